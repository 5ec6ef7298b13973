class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return np.einsum("ij,jn->in", self.W, self.add_bias_row(X))

    def fit(self):
        X = self.add_bias_row(self.X_train)
        S = X @ X.T
        self.W = np.array([np.linalg.solve(S, X @ y) for y in self.Y_train])
