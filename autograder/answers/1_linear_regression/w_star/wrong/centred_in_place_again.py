# diagnosis: data_changed
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    self.X_train = X - X.mean(axis=1, keepdims=True)
    self.W = W


LinearModel.fit = fit
