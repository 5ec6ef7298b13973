class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        if self.use_bias:
            X = np.vstack([np.ones(X.shape[1]), X])
        return np.dot(self.W, X)

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.X_train
        if self.use_bias:
            X = np.vstack([np.ones(X.shape[1]), X])
        self.W = np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T
