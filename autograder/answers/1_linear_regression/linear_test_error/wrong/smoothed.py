# diagnosis: looked_up
class Smooth(LinearModel):
    def forward(self, X):
        raw = self.W @ X
        out = raw.copy()
        out[:, 1:] = 0.5 * (raw[:, 1:] + raw[:, :-1])
        return out

linear_model = Smooth(**session.arrays)
linear_model.fit()
