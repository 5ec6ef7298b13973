# diagnosis: targets_centred
# points: 0
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, (Y.T - Y.mean(axis=1)), rcond=None)[0].T


LinearModel.fit = fit
