# diagnosis: wrong_value
def fit(self):
    X, Y = self.X_train, self.Y_train

    for _ in range(20):
        self.W = self.W - 0.01 * 2 / X.shape[1] * (self.W @ X - Y) @ X.T


LinearModel.fit = fit
