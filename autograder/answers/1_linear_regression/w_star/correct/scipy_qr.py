import scipy.linalg


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = np.array(self.X_train, dtype=float), np.array(self.Y_train, dtype=float)
    Q, R = scipy.linalg.qr(X.T, mode="economic")
    self.W = scipy.linalg.solve_triangular(R, Q.T @ Y.T).T


LinearModel.fit = fit
