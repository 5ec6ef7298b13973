# diagnosis: kept
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def _rows(self, X):
        if getattr(self, "_x", None) is not X:
            self._x, self._ext = X, self.add_bias_row(X)
        return self._ext
    def forward(self, X):
        return self.W @ self._rows(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T
