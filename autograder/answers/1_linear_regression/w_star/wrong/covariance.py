# diagnosis: centred
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    C = np.cov(np.vstack([X, Y]))
    k = X.shape[0]
    self.W = C[k:, :k] @ np.linalg.inv(C[:k, :k])


LinearModel.fit = fit
