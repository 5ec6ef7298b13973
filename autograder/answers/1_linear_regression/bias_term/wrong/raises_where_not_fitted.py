# diagnosis: raised
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        if not getattr(self, "is_fitted", False):
            raise RuntimeError("call fit() first")
        return self.W @ self.add_bias_row(X)
    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = Y @ X.T @ np.linalg.inv(X @ X.T)
        self.is_fitted = True
