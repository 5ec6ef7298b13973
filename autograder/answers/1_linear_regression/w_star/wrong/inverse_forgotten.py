# diagnosis: inverse_missing
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = Y @ X.T


LinearModel.fit = fit
