# diagnosis: transposed
# points: 0.5
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W.T @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = np.linalg.inv(X @ X.T) @ X @ Y.T
