# diagnosis: not_linear
class Boxed(LinearModel):
    def forward(self, X):
        return np.clip(self.W @ X, 0, 1)

linear_model = Boxed(**session.arrays)
linear_model.fit()
