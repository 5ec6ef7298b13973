# diagnosis: bias_subtracted
# points: 1
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W[:, 1:] @ X - self.W[:, :1] if self.use_bias else self.W @ X

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
