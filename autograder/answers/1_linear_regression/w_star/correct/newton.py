def fit(self):
    X, Y = self.X_train, self.Y_train
    for _ in range(2):
        slope = 2 * (self.W @ X - Y) @ X.T
        curvature = 2 * X @ X.T
        self.W = self.W - slope @ np.linalg.inv(curvature)


LinearModel.fit = fit
