# diagnosis: not_set
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        X = self.add_bias_row(self.X_train)
        return np.linalg.lstsq(X.T, self.Y_train.T, rcond=None)[0].T
