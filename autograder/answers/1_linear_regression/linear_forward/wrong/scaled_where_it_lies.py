# diagnosis: damages_input
# points: 1.25
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))

    def forward(self, X):
        top = X.max() or 1
        X /= top
        return self.W @ X * top
