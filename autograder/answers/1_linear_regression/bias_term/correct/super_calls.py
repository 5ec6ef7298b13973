class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        return super().forward(self.add_bias_row(X))

    def fit(self):
        original = self.X_train
        try:
            self.X_train = self.add_bias_row(original)
            super().fit()
        finally:
            self.X_train = original
