class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        if not self.use_bias:
            return super().forward(X)
        b = self.W[:, :1]
        A = self.W[:, 1:]
        return A @ X + b

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        if not self.use_bias:
            super().fit()
            return
        Xt = self.add_bias_row(self.X_train)
        self.W = np.linalg.solve(Xt @ Xt.T, Xt @ self.Y_train.T).T
