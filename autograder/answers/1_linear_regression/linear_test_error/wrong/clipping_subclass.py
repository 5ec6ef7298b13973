# diagnosis: has_a_bias
class BoxedModel(LinearModel):
    def forward(self, X):
        return np.clip(super().forward(X), 0.05, 0.95)


linear_model = BoxedModel(**session.arrays)
linear_model.fit()
