# diagnosis: first_columns
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    k = X.shape[0]
    self.W = Y[:, :k] @ np.linalg.pinv(X[:, :k])


LinearModel.fit = fit
