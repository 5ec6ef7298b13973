# diagnosis: transposed
# points: 1.5
def fit(self):
    second_moments = self.X_train @ self.X_train.T
    self.W = np.linalg.inv(second_moments) @ self.X_train @ self.Y_train.T


LinearModel.fit = fit
