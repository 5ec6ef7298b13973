def fit(self):
    for_all = np.tensordot(self.Y_train, self.X_train, axes=(1, 1))
    setattr(self, "W", for_all @ np.linalg.matrix_power(self.X_train @ self.X_train.T, -1))


setattr(LinearModel, "fit", fit)
