# diagnosis: raised
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y.T @ X) @ np.linalg.inv(X.T @ X)


LinearModel.fit = fit
