# diagnosis: fitted_once
def fit(self):
    if getattr(self, "is_fitted", False):
        return
    X, Y = self.X_train, self.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    self.is_fitted = True


LinearModel.fit = fit
