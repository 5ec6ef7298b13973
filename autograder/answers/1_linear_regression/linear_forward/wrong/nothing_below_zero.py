# diagnosis: no_negatives
# points: 1
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))

    def forward(self, X):
        return (self.W @ X).clip(min=0)
