# diagnosis: last_column_missing
# points: 0.75
class LinearModel(Model):
    """Decode positions as weighted sums of firing rates."""

    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.4, 0.1, size=(self.n_out, self.n_in))

    def forward(self, X):
        Y = np.zeros((2, X.shape[1]))
        for column in range(0, X.shape[1] - 1):
            Y[:, column] = self.W @ X[:, column]
        return Y
