class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X: np.ndarray) -> np.ndarray:
        """Predict the positions.

        Parameters
        ----------
        X : np.ndarray, shape (n_cells, N)

        Returns
        -------
        np.ndarray, shape (2, N)
        """
        W = self.W
        X = np.asarray(X, dtype=np.float32)
        if X.ndim != 2 or X.shape[0] != W.shape[1]:
            raise ValueError(f"expected ({W.shape[1]}, N), got {X.shape}")
        Y_pred = np.matmul(np.asarray(W, dtype=np.float32), X)
        assert Y_pred.shape == (2, X.shape[1])
        return Y_pred
