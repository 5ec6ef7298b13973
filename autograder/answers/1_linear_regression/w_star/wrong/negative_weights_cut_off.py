# diagnosis: no_negatives
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.maximum((Y @ X.T) @ np.linalg.inv(X @ X.T), 0)


LinearModel.fit = fit
