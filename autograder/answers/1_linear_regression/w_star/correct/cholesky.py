def fit(self):
    X, Y = self.X_train, self.Y_train
    L = np.linalg.cholesky(X @ X.T)
    self.W = np.linalg.solve(L.T, np.linalg.solve(L, X @ Y.T)).T


LinearModel.fit = fit
