# diagnosis: few_weights_only
# points: 3.5
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.lstsq(X.T, Y.T, rcond=1e-4)[0].T


LinearModel.fit = fit
