# diagnosis: diagonal_only
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) / np.diag(X @ X.T)


LinearModel.fit = fit
