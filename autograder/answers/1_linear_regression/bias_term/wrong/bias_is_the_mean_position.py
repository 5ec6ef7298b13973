# diagnosis: bias_is_the_mean
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if not self.use_bias:
            self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
            return
        b = Y.mean(axis=1, keepdims=True)
        self.W = np.hstack([b, (Y - b) @ X.T @ np.linalg.inv(X @ X.T)])
