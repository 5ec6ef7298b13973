# diagnosis: not_set
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    return W


LinearModel.fit = fit
