# diagnosis: raised
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        if self.use_bias:
            X = np.hstack([np.ones((X.shape[0], 1)), X])
        return self.W @ X

    def fit(self):
        X = self.X_train
        if self.use_bias:
            X = np.hstack([np.ones((X.shape[0], 1)), X])
        self.W = self.Y_train @ np.linalg.pinv(X)
