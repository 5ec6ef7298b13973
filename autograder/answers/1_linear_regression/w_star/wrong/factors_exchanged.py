# diagnosis: raised
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.inv(X @ X.T) @ (Y @ X.T)


LinearModel.fit = fit
