# diagnosis: bias_afterwards
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        super().fit()
        if self.use_bias:
            b = (self.Y_train - self.W @ self.X_train).mean(axis=1, keepdims=True)
            self.W = np.hstack([b, self.W])
