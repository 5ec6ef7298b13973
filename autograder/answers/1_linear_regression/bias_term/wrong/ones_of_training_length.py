# diagnosis: raised
# points: 1
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        if self.use_bias:
            X = np.vstack([np.ones((1, self.n_train)), X])
        return self.W @ X

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
