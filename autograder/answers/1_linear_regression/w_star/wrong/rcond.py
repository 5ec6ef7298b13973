# diagnosis: fewer_weights_only
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=0.3)[0].T


LinearModel.fit = fit
