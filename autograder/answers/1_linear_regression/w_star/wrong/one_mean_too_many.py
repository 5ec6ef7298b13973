# diagnosis: one_over_n
# points: 1.5
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T / len(Y.T)


LinearModel.fit = fit
