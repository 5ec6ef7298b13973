def fit(self):
    X, Y = self.X_train, self.Y_train
    W = np.zeros((2, self.n_in))
    for i in (0, 1):
        W[i] = np.linalg.solve(X @ X.T, X @ Y[i])
    self.W = W


LinearModel.fit = fit
