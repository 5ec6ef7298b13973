# diagnosis: not_set
# points: 1.5
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    W = Y @ X.T @ np.linalg.inv(X @ X.T)
    return W


LinearModel.fit = fit
