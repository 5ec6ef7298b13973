# diagnosis: raised
# points: 3
# cohort: 2027
def fit(self):
    X, Y = self.X_train, self.Y_train
    second_moments = np.empty((36, 36))
    for i in range(36):
        for j in range(36):
            second_moments[i, j] = X[i] @ X[j]
    self.W = Y @ X.T @ np.linalg.inv(second_moments)


LinearModel.fit = fit
