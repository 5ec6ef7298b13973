# diagnosis: no_bias_in_fit
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.X_train
        self.W = self.Y_train @ np.linalg.pinv(X)
