# diagnosis: one_moment_earlier
# points: 0
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X[:, 1:].T, Y[:, :-1].T, rcond=None)[0].T


LinearModel.fit = fit
