# diagnosis: session
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        S, C = X @ X.T, Y @ X.T
        eta = 1 / np.linalg.eigvalsh(S)[-1]
        W = np.zeros_like(C)
        for _ in range(4000):
            W = W - eta * (W @ S - C)
        self.W = W
