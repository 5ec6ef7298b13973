# diagnosis: raised
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        ones = np.ones((1, self.n_train))[:, : X.shape[1]] if self.use_bias else np.zeros((0, X.shape[1]))
        return self.W @ np.vstack([ones, X])

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
