# diagnosis: regularised_e0
# points: 1
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ X.T @ np.linalg.inv(X @ X.T + np.identity(X.shape[0]))
