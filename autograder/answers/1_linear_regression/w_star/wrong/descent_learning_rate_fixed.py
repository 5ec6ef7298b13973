# diagnosis: exact_data
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    S, C = X @ X.T / N, Y @ X.T / N
    W = np.zeros((Y.shape[0], X.shape[0]))
    for _ in range(5000):
        W = W - 0.01 * 2 * (W @ S - C)
    self.W = W


LinearModel.fit = fit
