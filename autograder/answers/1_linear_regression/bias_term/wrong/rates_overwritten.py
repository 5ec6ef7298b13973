# diagnosis: damages_input
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        prediction = self.W @ self.add_bias_row(X)
        X[0] = 1
        return prediction

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
