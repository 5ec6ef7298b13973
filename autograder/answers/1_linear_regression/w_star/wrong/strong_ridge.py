# diagnosis: regularised
def fit(self):
    X, Y = self.X_train, self.Y_train
    S = X @ X.T
    self.W = Y @ X.T @ np.linalg.inv(S + 1e-4 * np.trace(S) * np.eye(len(S)))


LinearModel.fit = fit
