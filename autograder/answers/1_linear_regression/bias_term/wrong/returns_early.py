# diagnosis: depends_on_start
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)
    def fit(self):
        if loss(self.forward(self.X_train), self.Y_train) < 1e-6:
            return
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = Y @ X.T @ np.linalg.inv(X @ X.T)
