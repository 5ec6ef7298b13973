# diagnosis: bias_not_added
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def extended(self, X):
        if self.use_bias and not np.all(X[0] == 1):
            return np.vstack([np.ones(X.shape[1]), X])
        return X

    def forward(self, X):
        Z = self.extended(X)
        return self.W[:, -len(Z):] @ Z

    def fit(self):
        X, Y = self.extended(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
