class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if self.use_bias:
            X = np.pad(X, ((1, 0), (0, 0)), constant_values=1)
        return self.W @ X

    def fit(self):
        X = np.r_[np.ones((int(self.use_bias), self.X_train.shape[1])), self.X_train]
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T
