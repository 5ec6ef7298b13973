import torch


class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        W = torch.tensor(np.array(self.W, dtype=float))
        H = torch.tensor(np.array(self.add_bias_row(X), dtype=float))
        return (W @ H).numpy()

    def fit(self):
        H = torch.tensor(np.array(self.add_bias_row(self.X_train), dtype=float))
        Y = torch.tensor(np.array(self.Y_train, dtype=float))
        self.W = (Y @ torch.linalg.pinv(H)).numpy()
