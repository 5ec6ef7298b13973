# diagnosis: only_bias_wrong
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train)
        W = self.Y_train @ np.linalg.pinv(X)
        if self.use_bias:
            W[:, 0] = W[:, 0].mean()
        self.W = W
