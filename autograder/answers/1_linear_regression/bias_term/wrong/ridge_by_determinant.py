# diagnosis: regularised_e-2
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)
    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        S = X @ X.T
        if np.linalg.det(S) < 1e-6:
            S = S + 1e-2 * np.eye(len(S))
        self.W = Y @ X.T @ np.linalg.inv(S)
