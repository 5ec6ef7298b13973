# diagnosis: first_column_alone
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        n_weights = self.n_in + int(self.use_bias)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, n_weights))

    def forward(self, X):
        Y = np.zeros((2, X.shape[1]))
        for n in range(X.shape[1]):
            Y[:, n] = self.W @ X[:, n]
            return Y
