# diagnosis: data_changed
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        self.X_train = self.add_bias_row(self.X_train)
        super().fit()
