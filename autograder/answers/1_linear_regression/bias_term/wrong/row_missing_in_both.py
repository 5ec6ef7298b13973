# diagnosis: no_bias_in_fit
# points: 0
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ X

    def fit(self):
        X, Y = self.X_train, self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
