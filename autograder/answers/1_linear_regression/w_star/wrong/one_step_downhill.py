# diagnosis: exact_data
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = self.W - 0.1 * 2 / X.shape[1] * (self.W @ X - Y) @ X.T


LinearModel.fit = fit
