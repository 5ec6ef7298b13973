def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    assert self.W.shape == (2, X.shape[0])


LinearModel.fit = fit
