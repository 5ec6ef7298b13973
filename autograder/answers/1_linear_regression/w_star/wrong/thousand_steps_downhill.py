# diagnosis: session
def fit(self):
    X, Y = self.X_train, self.Y_train
    W = np.zeros_like(self.W)
    for _ in range(1000):
        W -= 0.1 * 2 / X.shape[1] * (W @ X - Y) @ X.T
    self.W = W


LinearModel.fit = fit
