# diagnosis: regularised_e-1
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = Y @ X.T @ np.linalg.inv(X @ X.T + 0.1 * np.eye(len(X)))
