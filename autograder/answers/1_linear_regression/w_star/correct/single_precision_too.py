from scipy.linalg import lstsq


def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = lstsq(X.T.astype(np.float32), Y.T.astype(np.float32), lapack_driver="gelsy")[0].T


LinearModel.fit = fit
