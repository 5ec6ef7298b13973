# diagnosis: raised
class LinearModelWithBias(LinearModel):
    def forward(self, X):
        return self.W @ self.add_bias_row(X)

    def fit(self):
        super().fit(self.add_bias_row(self.X_train))
