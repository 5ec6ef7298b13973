# diagnosis: has_a_bias
class Affine(LinearModel):
    def fit(self):
        Xb = np.vstack([np.ones(self.X_train.shape[1]), self.X_train])
        self.Wb = self.Y_train @ np.linalg.pinv(Xb)
        self.W = self.Wb[:, 1:]

    def forward(self, X):
        return self.W @ X + self.Wb[:, :1] if hasattr(self, "Wb") else self.W @ X


linear_model = Affine(**session.arrays)
linear_model.fit()
