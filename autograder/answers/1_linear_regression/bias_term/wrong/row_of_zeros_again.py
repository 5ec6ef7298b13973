# diagnosis: bias_zero
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def _with_row(self, X):
        return np.vstack([np.zeros((1, X.shape[1])), X]) if self.use_bias else X

    def forward(self, X):
        return self.W @ self._with_row(X)

    def fit(self):
        X = self._with_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
