# diagnosis: not_set
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = self.W
    W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
