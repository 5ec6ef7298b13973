def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    Q, R = np.linalg.qr(X.T)
    from scipy.linalg import solve_triangular
    self.W = solve_triangular(R, Q.T @ Y.T).T
    return self


LinearModel.fit = fit
