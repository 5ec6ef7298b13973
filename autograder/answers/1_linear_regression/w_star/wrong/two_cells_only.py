# diagnosis: raised
def fit(self):
    X, Y = self.X_train, self.Y_train

    (a, b), (c, d) = X @ X.T
    self.W = (Y @ X.T) @ np.array([[d, -b], [-c, a]]) / (a * d - b * c)


LinearModel.fit = fit
