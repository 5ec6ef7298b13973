class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = np.asarray(self.W)
        X = np.asarray(X)
        if X.ndim != 2:
            raise ValueError(f"X must be two-dimensional, got shape {X.shape}")
        if X.shape[0] != W.shape[1]:
            raise ValueError(f"W has {W.shape[1]} columns but X has {X.shape[0]} rows")
        return np.matmul(W, X)
