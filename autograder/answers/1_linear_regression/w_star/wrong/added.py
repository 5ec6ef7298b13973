# diagnosis: added_to_the_old
# points: 1.5
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W += Y @ X.T @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
