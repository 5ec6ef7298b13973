def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.array([np.linalg.lstsq(X.T, Y[0], rcond=None)[0], np.linalg.lstsq(X.T, Y[1], rcond=None)[0]])


LinearModel.fit = fit
