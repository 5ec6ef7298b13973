class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        self.W = self.Y_train @ np.linalg.pinv(self.add_bias_row(self.X_train))
