# diagnosis: rounded
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = np.round(Y @ X.T @ np.linalg.inv(X @ X.T), 2)


LinearModel.fit = fit
