# diagnosis: always_biased
# points: 1.25
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        return self.W @ np.vstack([np.ones((1, X.shape[1])), X])

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = np.vstack([np.ones((1, self.X_train.shape[1])), self.X_train])
        Y = self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
