# diagnosis: has_a_bias
class Shifted(LinearModel):
    def forward(self, X):
        raw = self.W @ X
        return raw + (self.Y_train - self.W @ self.X_train).mean(axis=1, keepdims=True)

linear_model = Shifted(**session.arrays)
linear_model.fit()
