# diagnosis: other_parent
class LinearModelWithBias(Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.W = np.zeros((self.n_out, self.n_in + self.use_bias))

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ A.T @ np.linalg.inv(A @ A.T)
