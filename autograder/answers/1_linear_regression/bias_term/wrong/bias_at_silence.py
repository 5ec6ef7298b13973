# diagnosis: wrong_value
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            quiet = X.sum(axis=0) <= np.quantile(X.sum(axis=0), 0.1)
            b = Y[:, quiet].mean(axis=1, keepdims=True)
            self.W = np.hstack([b, (Y - b) @ np.linalg.pinv(X)])
        else:
            self.W = Y @ np.linalg.pinv(X)
