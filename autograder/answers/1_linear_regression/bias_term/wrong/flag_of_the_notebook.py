# diagnosis: raised
with_bias = True


class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"

    def forward(self, X):
        if with_bias:
            X = np.vstack([np.ones((1, X.shape[1])), X])
        return self.W @ X

    def fit(self):
        global with_bias
        with_bias = self.use_bias
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
