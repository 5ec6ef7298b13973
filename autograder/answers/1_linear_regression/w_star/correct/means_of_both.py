def fit(self):
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    self.W = (Y @ X.T / N) @ np.linalg.inv(X @ X.T / N)


LinearModel.fit = fit
