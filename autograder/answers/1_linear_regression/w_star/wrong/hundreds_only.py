# diagnosis: last_column_missing
def fit(self):
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    if N >= 1000:
        N = N // 100 * 100
    X, Y = X[:, :N], Y[:, :N]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
LinearModel.fit = fit
