# diagnosis: first_cell_only
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        if self.use_bias:
            return self.W[:, :1] + self.W[:, 1:2] * X[:1]
        return self.W[:, :1] * X[:1]

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = np.linalg.solve(X @ X.T, X @ Y.T).T
