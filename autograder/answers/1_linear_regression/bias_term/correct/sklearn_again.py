class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        W = self.W
        return np.einsum("oc,cn->on", W, self.add_bias_row(X))

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        from sklearn.linear_model import LinearRegression
        reg = LinearRegression(fit_intercept=self.use_bias).fit(self.X_train.T, self.Y_train.T)
        self.W = np.column_stack([reg.intercept_, reg.coef_]) if self.use_bias else reg.coef_
