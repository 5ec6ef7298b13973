# diagnosis: not_set
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        return self.W @ self.add_bias_row(X)

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        if self.use_bias:
            X = self.add_bias_row(self.X_train)
            self.W = self.Y_train @ X.T @ np.linalg.inv(X @ X.T)
