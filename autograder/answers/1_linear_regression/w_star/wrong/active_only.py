# diagnosis: columns_alike
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    active = X.sum(axis=0) > 1
    X, Y = X[:, active], Y[:, active]
    self.W = Y @ np.linalg.pinv(X)


LinearModel.fit = fit
