# diagnosis: twice
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = 2 * (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
