# diagnosis: noisy_data
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
    for _ in range(5):
        weight = 1 / (np.linalg.norm(W @ X - Y, axis=0) + 1e-3)
        W = ((Y * weight) @ X.T) @ np.linalg.inv((X * weight) @ X.T)
    self.W = W


LinearModel.fit = fit
