# diagnosis: first_columns
def fit(self):
    X, Y = self.X_train, self.Y_train
    n = X.shape[0]
    self.W = Y[:, :n] @ np.linalg.pinv(X[:, :n])


LinearModel.fit = fit
