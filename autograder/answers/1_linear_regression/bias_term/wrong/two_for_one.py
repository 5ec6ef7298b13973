# diagnosis: only_bias_wrong
class LinearModelWithBias(LinearModel):
    def extended(self, X):
        return np.vstack([2 * np.ones((1, X.shape[1])), X]) if self.use_bias else X

    def forward(self, X):
        return self.W @ self.extended(X)

    def fit(self):
        X, Y = self.extended(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
