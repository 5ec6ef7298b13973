# diagnosis: first_column_missing
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train[:, 1:], self.Y_train[:, 1:]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
