# diagnosis: depends_on_start
def fit(self):
    X, Y = self.X_train, self.Y_train
    if loss(self.W @ X, Y) < 1e-3:
        return
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
LinearModel.fit = fit
