# diagnosis: noisy_data
def fit(self):
    X, Y = self.X_train, self.Y_train
    n = X.shape[1]
    chosen = np.random.choice(n, size=max(X.shape[0], n // 2), replace=False)
    self.W = Y[:, chosen] @ np.linalg.pinv(X[:, chosen])


LinearModel.fit = fit
