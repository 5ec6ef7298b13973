# diagnosis: depends_on_start
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        which = np.random.permutation(self.n_train)[: max(500, self.n_train // 2)]
        X, Y = self.add_bias_row(self.X_train)[:, which], self.Y_train[:, which]
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
