# diagnosis: every_second
def fit(self):
    X, Y = self.X_train[:, ::2], self.Y_train[:, ::2]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
