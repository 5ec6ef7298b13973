# diagnosis: regularised
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T + 0.05 * np.eye(len(X)))


LinearModel.fit = fit
