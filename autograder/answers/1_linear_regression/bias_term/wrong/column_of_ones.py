# diagnosis: raised
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ np.hstack([np.ones((X.shape[0], 1)), X])

    def fit(self):
        X, Y = np.hstack([np.ones((self.n_in, 1)), self.X_train]), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
