# diagnosis: only_bias_wrong
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            X = self.add_bias_row(X - X.mean(axis=1, keepdims=True))
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
