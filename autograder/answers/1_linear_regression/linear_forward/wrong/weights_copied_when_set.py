# diagnosis: weights_kept
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        if getattr(self, "_seen", None) is not self.W:
            self._seen, self._copy = self.W, np.array(self.W, dtype=float)
        return self._copy @ X
