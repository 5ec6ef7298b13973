# diagnosis: no_bias_in_fit
# points: 1
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X, Y = self.X_train, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
