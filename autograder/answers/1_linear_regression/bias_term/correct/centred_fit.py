class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        if not self.use_bias:
            return self.W @ X
        return self.W[:, 1:] @ X + self.W[:, :1]

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            mx, my = X.mean(axis=1, keepdims=True), Y.mean(axis=1, keepdims=True)
            A = (Y - my) @ np.linalg.pinv(X - mx)
            self.W = np.hstack([my - A @ mx, A])
        else:
            self.W = Y @ np.linalg.pinv(X)
