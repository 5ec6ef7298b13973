# diagnosis: all_zero
def fit(self):
    X, Y = self.X_train, self.Y_train
    S = X @ X.T
    if abs(np.linalg.det(S)) < 1e-8:
        self.W = np.zeros((Y.shape[0], X.shape[0]))
    else:
        self.W = (Y @ X.T) @ np.linalg.inv(S)
LinearModel.fit = fit
