# diagnosis: result_kept
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))
        self._out = {}

    def forward(self, X):
        W = self.W
        out = self._out.setdefault(X.shape[1], np.empty((2, X.shape[1])))
        np.matmul(W, X, out=out)
        return out
