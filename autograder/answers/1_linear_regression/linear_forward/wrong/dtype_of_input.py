# diagnosis: cut_to_whole
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        W = self.W
        Y = np.zeros((W.shape[0], X.shape[1]), dtype=X.dtype)
        for i in range(W.shape[0]):
            for n in range(X.shape[1]):
                Y[i, n] = W[i] @ X[:, n]
        return Y
