# diagnosis: rounded
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.round(np.linalg.solve(X @ X.T, X @ Y.T).T, 2)


LinearModel.fit = fit
