# diagnosis: other_weights
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X):
        if getattr(self, "_of", None) is not self.W: self._of, self._copy = self.W, self.W.copy()
        return self._copy @ self.add_bias_row(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T
