# diagnosis: centred
def fit(self):
    X, Y = self.X_train, self.Y_train
    both = np.cov(np.vstack([X, Y]))
    n = len(X)
    self.W = both[n:, :n] @ np.linalg.inv(both[:n, :n].reshape(n, n))


LinearModel.fit = fit
