# diagnosis: not_fitted
class LinearModelWithBias(LinearModel):
    fitted = False
    def forward(self, X):
        if not self.fitted:
            self.fit()
        return self.W @ self.add_bias_row(X)
    def fit(self):
        A = self.add_bias_row(self.X_train)
        self.W = self.Y_train @ np.linalg.pinv(A)
        self.fitted = True
