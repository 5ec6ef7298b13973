# diagnosis: depends_on_start
def fit(self):
    X, Y = self.X_train, self.Y_train
    best = np.linalg.lstsq(X.T, Y.T, rcond=None)[0].T
    for _ in range(12):
        self.W = self.W + 0.5 * (best - self.W)


LinearModel.fit = fit
