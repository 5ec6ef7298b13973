# diagnosis: weighted
def fit(self):
    X, Y = self.X_train, self.Y_train
    total = np.abs(X).sum(axis=0)
    X, Y = X / total, Y / total
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T


LinearModel.fit = fit
