def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    solution, residuals, rank, s = np.linalg.lstsq(X.T, Y.T, rcond=None)
    self.W = solution.T
    return self


LinearModel.fit = fit
