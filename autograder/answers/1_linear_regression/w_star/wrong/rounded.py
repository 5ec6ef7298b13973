# diagnosis: rounded
# points: 2
def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = np.round((Y @ X.T) @ np.linalg.inv(X @ X.T), 2)


LinearModel.fit = fit
