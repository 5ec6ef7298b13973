class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def _extended(self, X: np.ndarray) -> np.ndarray:
        """Return X with a first row of ones when a bias is used."""
        X = np.asarray(X, dtype=float)
        if X.ndim != 2:
            raise ValueError("X must have shape (n_cells, N)")
        return np.insert(X, 0, 1.0, axis=0) if self.use_bias else X

    def forward(self, X: np.ndarray) -> np.ndarray:
        """Predict positions of shape (2, N)."""
        prediction = np.matmul(self.W, self._extended(X))
        assert prediction.shape[1] == np.shape(X)[1]
        return prediction

    def fit(self) -> None:
        """Solve the normal equations on the training data."""
        extended = self._extended(self.X_train)
        self.W = np.linalg.lstsq(extended.T, np.asarray(self.Y_train, dtype=float).T, rcond=None)[0].T
        assert self.W.shape == (self.n_out, self.n_in + int(self.use_bias))
