# diagnosis: always_biased
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ np.vstack([np.ones((1, X.shape[1])), X])

    def fit(self):
        X = np.vstack([np.ones((1, self.n_train)), self.X_train])
        self.W = (self.Y_train @ X.T) @ np.linalg.inv(X @ X.T)
