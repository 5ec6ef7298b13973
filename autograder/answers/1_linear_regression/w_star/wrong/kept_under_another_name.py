# diagnosis: not_set
# points: 1.5
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.best_weights = np.linalg.solve(X @ X.T, X @ Y.T).T


LinearModel.fit = fit
