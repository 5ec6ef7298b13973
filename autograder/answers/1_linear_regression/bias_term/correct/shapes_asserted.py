class LinearModelWithBias(LinearModel):
    def forward(self, X):
        Y = self.W @ self.add_bias_row(X)
        assert Y.shape == (2, X.shape[1])
        return Y

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = (self.Y_train @ X.T) @ np.linalg.inv(X @ X.T)
        assert self.W.shape == (2, self.n_in + int(self.use_bias))
