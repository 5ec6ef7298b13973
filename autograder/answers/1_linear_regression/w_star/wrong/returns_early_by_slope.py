# diagnosis: depends_on_start
def fit(self):
    X, Y = self.X_train, self.Y_train
    slope = 2 / X.shape[1] * (self.W @ X - Y) @ X.T
    if np.abs(slope).max() < 1e-3:
        return
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
LinearModel.fit = fit
