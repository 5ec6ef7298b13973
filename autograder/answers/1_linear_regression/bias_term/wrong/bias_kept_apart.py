# diagnosis: no_bias_in_fit
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ X + self.b

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
        self.W, self.b = (W[:, 1:], W[:, :1]) if self.use_bias else (W, 0)
