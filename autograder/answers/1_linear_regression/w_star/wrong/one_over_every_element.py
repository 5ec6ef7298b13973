# diagnosis: elementwise_inverse
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ (1 / (X @ X.T))


LinearModel.fit = fit
