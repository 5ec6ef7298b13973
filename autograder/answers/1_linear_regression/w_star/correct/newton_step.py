def fit(self):
    X, Y = self.X_train, self.Y_train

    gradient = (self.W @ X - Y) @ X.T
    self.W = self.W - gradient @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
