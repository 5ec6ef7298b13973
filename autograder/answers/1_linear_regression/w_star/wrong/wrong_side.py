# diagnosis: other_order
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.inv(X @ X.T) @ (Y @ X.T)


LinearModel.fit = fit
