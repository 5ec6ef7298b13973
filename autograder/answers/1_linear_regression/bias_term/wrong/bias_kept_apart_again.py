# diagnosis: no_bias_in_fit
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    b = 0.0

    def forward(self, X):
        return self.W @ X + self.b

    def fit(self):
        X = self.add_bias_row(self.X_train)
        W = self.Y_train @ np.linalg.pinv(X)
        if self.use_bias:
            self.b, self.W = W[:, :1], W[:, 1:]
        else:
            self.W = W
