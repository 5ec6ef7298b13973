# diagnosis: few_weights_only
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = Y @ np.linalg.pinv(X, rcond=0.1)


LinearModel.fit = fit
