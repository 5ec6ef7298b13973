# diagnosis: one_by_one
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        if not self.use_bias:
            return super().fit()
        X, Y = self.X_train, self.Y_train
        mx, my = X.mean(axis=1, keepdims=True), Y.mean(axis=1, keepdims=True)
        A = (Y - my) @ (X - mx).T / np.sum((X - mx) ** 2, axis=1)
        self.W = np.hstack([my - A @ mx, A])
