# diagnosis: bias_kept
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    b = 0.0

    def forward(self, X):
        A = self.W[:, 1:] if self.use_bias else self.W
        return A @ X + self.b

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = np.linalg.solve(X @ X.T, X @ Y.T).T
        self.b = self.W[:, :1] if self.use_bias else 0.0
