# diagnosis: bias_zero
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        zeros = np.zeros((int(self.use_bias), X.shape[1]))
        return self.W @ np.vstack([zeros, X])

    def fit(self):
        zeros = np.zeros((int(self.use_bias), self.n_train))
        self.W = self.Y_train @ np.linalg.pinv(np.vstack([zeros, self.X_train]))
