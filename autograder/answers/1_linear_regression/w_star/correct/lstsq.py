def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T


LinearModel.fit = fit
