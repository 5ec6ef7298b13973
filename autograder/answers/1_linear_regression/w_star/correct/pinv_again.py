def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    self.W = self.Y_train @ np.linalg.pinv(self.X_train)


LinearModel.fit = fit
