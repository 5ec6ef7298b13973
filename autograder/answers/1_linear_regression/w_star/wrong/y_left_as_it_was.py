# diagnosis: row_not_set
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W[0] = np.linalg.solve(X @ X.T, X @ Y[0])


LinearModel.fit = fit
