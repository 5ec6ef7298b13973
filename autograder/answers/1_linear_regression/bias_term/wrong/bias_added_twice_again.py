# diagnosis: bias_twice
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        out = self.W @ self.add_bias_row(X)
        if self.use_bias:
            out = out + self.W[:, [0]]
        return out

    def fit(self):
        X = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(X)
