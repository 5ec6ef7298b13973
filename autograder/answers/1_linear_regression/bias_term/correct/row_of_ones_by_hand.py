class LinearModelWithBias(LinearModel):
    def extended(self, X):
        return np.insert(X, 0, 1, axis=0) if self.use_bias else X

    def forward(self, X):
        return self.W @ self.extended(X)

    def fit(self):
        X, Y = self.extended(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
