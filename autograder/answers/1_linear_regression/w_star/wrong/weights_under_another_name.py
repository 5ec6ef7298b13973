# diagnosis: not_set
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W_star = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
