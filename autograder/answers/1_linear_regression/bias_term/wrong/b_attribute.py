# diagnosis: no_bias_in_fit
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        return self.W @ X + (self.b if self.use_bias else 0)

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.add_bias_row(self.X_train)
        W = self.Y_train @ X.T @ np.linalg.inv(X @ X.T)
        if self.use_bias:
            self.b, self.W = W[:, :1], W[:, 1:]
        else:
            self.W = W
