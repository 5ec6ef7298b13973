from scipy import linalg


def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = linalg.cho_solve(linalg.cho_factor(X @ X.T), X @ Y.T).T


LinearModel.fit = fit
