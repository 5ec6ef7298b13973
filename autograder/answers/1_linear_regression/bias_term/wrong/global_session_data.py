# diagnosis: wrong_shape
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(session.X_train)
        self.W = session.Y_train @ np.linalg.pinv(X)
