from sklearn.linear_model import LinearRegression

class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        r = LinearRegression(fit_intercept=self.use_bias).fit(self.X_train.T, self.Y_train.T)
        columns = [r.intercept_[:, np.newaxis]] if self.use_bias else []
        self.W = np.hstack([*columns, r.coef_])
