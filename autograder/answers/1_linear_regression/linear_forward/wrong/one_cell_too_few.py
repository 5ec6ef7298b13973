# diagnosis: last_cell_missing
# points: 1
class LinearModel(Model):
    name = "Linear model"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.random.normal(0.5, 0.1, size=(self.n_out, self.n_in + int(self.use_bias)))

    def forward(self, X):
        Y_pred = np.zeros((self.n_out, X.shape[1]))
        for i in range(len(X) - 1):
            Y_pred += np.outer(self.W[:, i], X[i])
        return Y_pred
