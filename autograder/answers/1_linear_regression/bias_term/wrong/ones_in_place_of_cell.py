# diagnosis: no_bias_in_fit
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def _ones(self, X):
        if not self.use_bias:
            return X
        Z = np.array(X, dtype=float)
        Z[0] = 1
        return Z

    def forward(self, X):
        return self.W @ self._ones(X)

    def fit(self):
        X = self._ones(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
