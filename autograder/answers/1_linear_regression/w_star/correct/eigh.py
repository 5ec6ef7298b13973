def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    values, vectors = np.linalg.eigh(X @ X.T)
    inverse = (vectors / values) @ vectors.T
    self.W = Y @ X.T @ inverse


LinearModel.fit = fit
