# diagnosis: diagonal_only
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) / np.sum(X * X, axis=1)


LinearModel.fit = fit
