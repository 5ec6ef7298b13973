# diagnosis: kept
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        if getattr(self, "_key", None) is None or self._key[0] is not X or self._key[1] is not self.W:
            self._key = (X, self.W)
            self._out = self.W @ X
        return self._out
