def fit(self):
    X, Y = self.X_train.astype(np.float32), self.Y_train.astype(np.float32)
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
