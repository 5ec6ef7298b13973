# diagnosis: not_linear
class Clipped(LinearModel):
    def forward(self, X):
        return np.clip(super().forward(X), 0.0, 1.0)

linear_model = Clipped(**session.arrays)
linear_model.fit()
