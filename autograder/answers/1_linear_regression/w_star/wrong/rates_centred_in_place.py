# diagnosis: damages_input
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    self.X_train -= X.mean(axis=1, keepdims=True)


LinearModel.fit = fit
