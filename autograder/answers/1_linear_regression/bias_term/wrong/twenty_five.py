# diagnosis: many_cells
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"
    def forward(self, X):
        W = self.W[:, : 25 + int(self.use_bias)]
        return W @ self.add_bias_row(X[:25])

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
