# diagnosis: depends_on_start
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = 0.5 * (self.W + (Y @ X.T) @ np.linalg.inv(X @ X.T))


LinearModel.fit = fit
