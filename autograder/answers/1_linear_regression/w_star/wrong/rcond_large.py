# diagnosis: session
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=0.05)[0].T


LinearModel.fit = fit
