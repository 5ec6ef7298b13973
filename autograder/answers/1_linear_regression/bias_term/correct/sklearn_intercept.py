from sklearn.linear_model import LinearRegression


class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        W = np.asarray(self.W)
        b, A = (W[:, 0], W[:, 1:]) if self.use_bias else (np.zeros(len(W)), W)
        return A @ X + b[:, None]

    def fit(self):
        lr = LinearRegression(fit_intercept=bool(self.use_bias)).fit(self.X_train.T, self.Y_train.T)
        if self.use_bias:
            self.W = np.column_stack([lr.intercept_, lr.coef_])
        else:
            self.W = lr.coef_
