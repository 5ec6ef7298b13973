class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        X_tilde = np.insert(X.astype(float), 0, 1.0, axis=0) if self.use_bias else X
        return self.W @ X_tilde

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        X = self.X_train.astype(float)
        if self.use_bias == True:
            X = np.insert(X, 0, 1.0, axis=0)
        gram = X @ X.T
        self.W = self.Y_train @ X.T @ np.linalg.inv(gram)
