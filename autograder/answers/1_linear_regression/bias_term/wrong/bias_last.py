# diagnosis: bias_last
# points: 0.5
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def add(self, X):
        return np.vstack([X, np.ones((1, X.shape[1]))]) if self.use_bias else X

    def forward(self, X):
        return self.W @ self.add(X)

    def fit(self):
        X, Y = self.add(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
