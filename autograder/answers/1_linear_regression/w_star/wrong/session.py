# diagnosis: wrong_shape
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    X, Y = session.X_train, session.Y_train
    self.W = Y @ X.T @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
