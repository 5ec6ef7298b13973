# diagnosis: few_weights_only
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = Y @ X.T @ np.linalg.pinv(X @ X.T, rcond=1e-2)


LinearModel.fit = fit
