def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    L = np.linalg.cholesky(X @ X.T)
    rows = []
    for y in Y:
        z = np.linalg.solve(L, X @ y)
        rows.append(np.linalg.solve(L.T, z))
    self.W = np.array(rows)


LinearModel.fit = fit
