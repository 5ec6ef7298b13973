# diagnosis: damages_input
# points: 3.25
def fit(self):
    X, Y = self.X_train, self.Y_train
    largest = X.max(axis=1, keepdims=True)
    X /= largest
    self.W = np.linalg.solve(X @ X.T, X @ Y.T).T / largest.T


LinearModel.fit = fit
