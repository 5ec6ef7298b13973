# diagnosis: damages_input
def fit(self):
    X, Y = self.X_train, self.Y_train
    X *= 2
    Y *= 2
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
