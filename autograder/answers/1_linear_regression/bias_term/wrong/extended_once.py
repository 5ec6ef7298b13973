# diagnosis: called_again
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X): return self.W @ self.add_bias_row(X)
    def fit(self):
        if not hasattr(self, "A"): self.A = self.add_bias_row(self.X_train)
        if self.A.shape[1] != self.X_train.shape[1]: self.A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(self.A.T, self.Y_train.T, rcond=None)[0].T
