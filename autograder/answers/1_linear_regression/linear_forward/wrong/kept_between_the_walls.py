# diagnosis: clipped
# points: 1
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))

    def forward(self, X):
        return np.minimum(np.maximum(self.W @ X, 0), 1)
