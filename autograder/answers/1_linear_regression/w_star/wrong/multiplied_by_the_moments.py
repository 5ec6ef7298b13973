# diagnosis: not_inverted
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ (X @ X.T)


LinearModel.fit = fit
