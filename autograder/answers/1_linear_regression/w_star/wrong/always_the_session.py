# diagnosis: wrong_shape
def fit(self):
    X, Y = session.X_train, session.Y_train
    self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)


LinearModel.fit = fit
