# diagnosis: fitted_once
class LinearModelWithBias(LinearModel):
    fitted = False

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        if self.fitted:
            return
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        self.fitted = True
