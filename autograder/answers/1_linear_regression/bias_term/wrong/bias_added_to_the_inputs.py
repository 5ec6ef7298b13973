# diagnosis: without_a_bias
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        X = self.add_bias_row(X)
        return self.W @ X + self.W[:, :1] * (1 - int(self.use_bias))

    def fit(self):
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
