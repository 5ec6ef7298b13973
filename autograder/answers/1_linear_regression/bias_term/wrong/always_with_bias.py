# diagnosis: always_biased
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ np.vstack([np.ones((1, X.shape[1])), X])

    def fit(self):
        X, Y = np.vstack([np.ones((1, self.n_train)), self.X_train]), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
