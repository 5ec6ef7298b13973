# diagnosis: regularised
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = Y @ X.T @ np.linalg.inv(X @ X.T + 1e-4 * np.eye(len(X)))
LinearModel.fit = fit
