# diagnosis: rows_reversed
# points: 1.5
def fit(self):
    X, (x, y) = self.X_train, self.Y_train
    self.W = np.stack([y, x]) @ X.T @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
