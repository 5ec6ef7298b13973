# diagnosis: product_shifted
# points: 0
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.linalg.solve(X @ X.T, X[:, :-1] @ Y[:, 1:].T).T


LinearModel.fit = fit
