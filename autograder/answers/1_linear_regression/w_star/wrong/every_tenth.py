# diagnosis: wrong_value
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train[:, ::10], self.Y_train[:, ::10]
    self.W = Y @ np.linalg.pinv(X)


LinearModel.fit = fit
