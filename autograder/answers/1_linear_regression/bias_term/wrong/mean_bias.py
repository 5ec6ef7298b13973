# diagnosis: bias_is_the_mean
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            b = Y.mean(axis=1, keepdims=True)
            self.W = np.hstack([b, (Y - b) @ np.linalg.pinv(X)])
        else:
            self.W = Y @ np.linalg.pinv(X)
