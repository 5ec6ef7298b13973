# diagnosis: no_bias_in_fit
# points: 0.75
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def inputs(self, X):
        if self.use_bias:
            return X
        return np.concatenate([np.ones((1, X.shape[1])), X])

    def forward(self, X):
        return self.W @ self.inputs(X)

    def fit(self):
        X = self.inputs(self.X_train)
        self.W = np.linalg.solve(X @ X.T, X @ self.Y_train.T).T
