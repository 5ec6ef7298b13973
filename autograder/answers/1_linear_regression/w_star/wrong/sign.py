# diagnosis: sign_flipped
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = -(Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
