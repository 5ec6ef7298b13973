# diagnosis: centred
def fit(self):
    X, Y = self.X_train, self.Y_train

    X = X - X.mean(axis=1, keepdims=True)
    Y = Y - Y.mean(axis=1, keepdims=True)
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
