# diagnosis: called_again
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        if not hasattr(self, "X_bias"):
            self.X_bias = self.add_bias_row(self.X_train)
            self.Y_bias = self.Y_train
        X, Y = self.X_bias, self.Y_bias
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
