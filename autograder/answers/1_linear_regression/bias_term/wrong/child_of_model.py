# diagnosis: other_parent
# points: 1
class LinearModelWithBias(Model):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T
