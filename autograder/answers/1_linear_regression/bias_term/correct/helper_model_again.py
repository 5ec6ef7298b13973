class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return LinearModel.forward(self, self.add_bias_row(X))

    def fit(self):
        extended = LinearModel(self.add_bias_row(self.X_train), self.Y_train, self.add_bias_row(self.X_test), self.Y_test)
        extended.fit()
        self.W = extended.W
