# diagnosis: damages_input
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        out = W @ X
        X[...] = X / max(X.max(), 1)
        X += 1e-3
        return out
