class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train).astype(np.float32)
        Y = self.Y_train.astype(np.float32)
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
