# diagnosis: one_over_n
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T / X.shape[1]) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
