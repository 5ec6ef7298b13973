# diagnosis: last_column_missing
def fit(self):
    X, Y = self.X_train[:, :-1], self.Y_train[:, :-1]
    self.W = (Y @ X.T) @ np.linalg.pinv(X @ X.T)


LinearModel.fit = fit
