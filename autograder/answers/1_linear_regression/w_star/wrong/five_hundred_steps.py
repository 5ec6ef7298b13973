# diagnosis: exact_data
def fit(self):
    X, Y = self.X_train, self.Y_train
    N = X.shape[1]
    for _ in range(500):
        self.W = self.W - 0.1 * 2 / N * (self.W @ X - Y) @ X.T


LinearModel.fit = fit
