# diagnosis: no_bias_in_fit
# points: 0.75
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def _ones(self, X):
        return X if self.use_bias else np.vstack([np.ones((1, X.shape[1])), X])

    def forward(self, X):
        return self.W @ self._ones(X)

    def fit(self):
        X = self._ones(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
