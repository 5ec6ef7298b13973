# diagnosis: inactive_left_out
def fit(self):
    X, Y = self.X_train, self.Y_train
    active = X.sum(axis=0) > 0.5
    X, Y = X[:, active], Y[:, active]
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T


LinearModel.fit = fit
