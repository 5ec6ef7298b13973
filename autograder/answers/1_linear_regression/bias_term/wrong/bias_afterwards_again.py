# diagnosis: bias_afterwards
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        A = Y @ np.linalg.pinv(X)
        if self.use_bias:
            b = (Y - A @ X).mean(axis=1, keepdims=True)
            self.W = np.hstack([b, A])
        else:
            self.W = A
