# diagnosis: columns_alike
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    chosen = np.random.default_rng(0).permutation(X.shape[1])[: max(1, X.shape[1] // 2)]
    self.W = Y[:, chosen] @ np.linalg.pinv(X[:, chosen])


LinearModel.fit = fit
