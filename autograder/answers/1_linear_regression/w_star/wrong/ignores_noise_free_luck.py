# diagnosis: first_columns
def fit(self):
    X, Y = self.X_train[:, : self.n_in], self.Y_train[:, : self.n_in]
    self.W = Y @ np.linalg.inv(X)


LinearModel.fit = fit
