# diagnosis: no_bias_in_fit
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ (X + 1)

    def fit(self):
        X, Y = self.X_train + 1, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
