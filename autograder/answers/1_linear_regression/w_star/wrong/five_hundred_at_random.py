# diagnosis: depends_on_start
def fit(self):
    n = min(500, self.X_train.shape[1])
    columns = np.random.choice(self.X_train.shape[1], n, replace=False)
    X, Y = self.X_train[:, columns], self.Y_train[:, columns]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
