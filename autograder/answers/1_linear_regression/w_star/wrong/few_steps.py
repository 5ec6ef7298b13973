# diagnosis: exact_data
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    for _ in range(200):
        self.W = self.W - 0.1 * 2 / N * (self.W @ X - Y) @ X.T


LinearModel.fit = fit
