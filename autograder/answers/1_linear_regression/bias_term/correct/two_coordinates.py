class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X):
        X1 = self.add_bias_row(X)
        return np.vstack([self.W[0] @ X1, self.W[1] @ X1])

    def fit(self):
        X1 = self.add_bias_row(self.X_train)
        self.W = np.vstack([np.linalg.solve(X1 @ X1.T, X1 @ y) for y in self.Y_train])
