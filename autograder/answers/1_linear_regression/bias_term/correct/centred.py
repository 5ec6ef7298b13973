class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        Y = self.W[:, int(self.use_bias):] @ X
        if self.use_bias:
            Y = Y + self.W[:, [0]]
        return Y

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        if self.use_bias:
            x_mean = self.X_train.mean(axis=1, keepdims=True)
            y_mean = self.Y_train.mean(axis=1, keepdims=True)
            A = (self.Y_train - y_mean) @ np.linalg.pinv(self.X_train - x_mean)
            self.W = np.hstack([y_mean - A @ x_mean, A])
        else:
            self.W = self.Y_train @ np.linalg.pinv(self.X_train)
