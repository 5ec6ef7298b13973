# diagnosis: raised
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"
    flag = True

    def forward(self, X):
        if LinearModelWithBias.flag:
            X = np.vstack([np.ones((1, X.shape[1])), X])
        return self.W @ X

    def fit(self):
        LinearModelWithBias.flag = self.use_bias
        X, Y = self.add_bias_row(self.X_train), self.Y_train
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
