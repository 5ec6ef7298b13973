# diagnosis: noisy_data
def fit(self):
    active = self.X_train.sum(axis=0) > np.median(self.X_train.sum(axis=0))
    self.X_train, self.Y_train = self.X_train[:, active], self.Y_train[:, active]
    self.W = (self.Y_train @ self.X_train.T) @ np.linalg.inv(self.X_train @ self.X_train.T)


LinearModel.fit = fit
