# diagnosis: has_a_bias
class Middle(LinearModel):
    def forward(self, X):
        return np.full((2, X.shape[1]), 0.5) + 0.3 * np.tanh(self.W @ X - 0.5)


linear_model = Middle(**session.arrays)
linear_model.fit()
