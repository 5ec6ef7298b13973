# diagnosis: data_changed
def fit(self):
    top = np.abs(self.X_train).max()
    self.X_train = self.X_train / (2 * top)
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T) / (2 * top)


LinearModel.fit = fit
