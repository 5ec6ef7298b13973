# diagnosis: first_half
def fit(self):
    half = self.X_train.shape[1] // 2
    X, Y = self.X_train[:, :half], self.Y_train[:, :half]
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
