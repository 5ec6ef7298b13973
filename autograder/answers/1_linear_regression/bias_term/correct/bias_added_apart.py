class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if not self.use_bias:
            return self.W @ X
        return self.W[:, 1:] @ X + self.W[:, [0]]

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
