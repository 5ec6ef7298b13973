# diagnosis: bias_afterwards
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        if self.use_bias:
            self.W = np.hstack([(Y - self.W @ X).mean(axis=1, keepdims=True), self.W])
