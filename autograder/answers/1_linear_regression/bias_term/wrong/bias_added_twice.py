# diagnosis: bias_twice
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X) + self.use_bias * self.W[:, :1]

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
