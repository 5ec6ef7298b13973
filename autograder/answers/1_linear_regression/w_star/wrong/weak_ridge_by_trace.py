# diagnosis: regularised
def fit(self):
    A = self.X_train @ self.X_train.T
    self.W = self.Y_train @ self.X_train.T @ np.linalg.inv(A + 1e-5 * np.trace(A) / len(A) * np.eye(len(A)))


LinearModel.fit = fit
