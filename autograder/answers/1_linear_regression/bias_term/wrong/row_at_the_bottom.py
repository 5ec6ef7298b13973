# diagnosis: bias_last
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if self.use_bias:
            X = np.vstack([X, np.ones((1, X.shape[1]))])
        return self.W @ X

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if self.use_bias:
            X = np.vstack([X, np.ones((1, X.shape[1]))])
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
