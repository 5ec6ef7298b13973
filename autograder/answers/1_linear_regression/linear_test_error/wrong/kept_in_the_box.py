# diagnosis: not_linear
class InTheBox(LinearModel):
    def forward(self, X):
        return np.clip(super().forward(X), 0, 1)


linear_model = InTheBox(**session.arrays)
linear_model.fit()
