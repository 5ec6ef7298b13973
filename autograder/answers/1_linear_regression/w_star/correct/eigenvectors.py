def fit(self):
    X, Y = self.X_train, self.Y_train
    values, vectors = np.linalg.eigh(X @ X.T)
    self.W = Y @ X.T @ (vectors / values) @ vectors.T


LinearModel.fit = fit
