class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        W = self.W
        n_cells, N = X.shape
        Y = np.zeros((W.shape[0], N))
        for n in range(N):
            for k in range(W.shape[0]):
                for i in range(n_cells):
                    Y[k, n] += W[k, i] * X[i, n]
        return Y
