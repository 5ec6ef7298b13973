# diagnosis: transposed
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0]


LinearModel.fit = fit
