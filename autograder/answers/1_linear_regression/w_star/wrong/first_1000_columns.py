# diagnosis: first_1000
def fit(self):
    X, Y = self.X_train[:, :1000], self.Y_train[:, :1000]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
