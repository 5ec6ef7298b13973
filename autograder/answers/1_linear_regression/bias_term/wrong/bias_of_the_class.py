# diagnosis: raised
class LinearModelWithBias(LinearModel):
    name = "Linear model with a bias"
    bias = False

    def __init__(self, *args, use_bias=False, **kwargs):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        type(self).bias = use_bias

    def forward(self, X):
        if type(self).bias:
            X = np.vstack([np.ones((1, X.shape[1])), X])
        return self.W @ X

    def fit(self):
        X, Y = self.X_train, self.Y_train
        if type(self).bias:
            X = np.vstack([np.ones((1, X.shape[1])), X])
        self.W = (Y @ X.T) @ np.linalg.inv(X @ X.T)
