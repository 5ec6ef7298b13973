# diagnosis: many_columns
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        n = X.shape[1]
        if n < 1000:
            return self.W @ X
        out = np.zeros((self.n_out, n))
        for c in range(n // 1000):
            out[:, c * 1000 : (c + 1) * 1000] = self.W @ X[:, c * 1000 : (c + 1) * 1000]
        return out
