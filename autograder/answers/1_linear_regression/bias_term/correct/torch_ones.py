import torch


class LinearModelWithBias(LinearModel):
    def rows(self, X):
        X = torch.tensor(np.array(X), dtype=torch.float64)
        return torch.cat([torch.ones(1, X.shape[1], dtype=torch.float64), X]) if self.use_bias else X

    def forward(self, X):
        return torch.tensor(np.array(self.W), dtype=torch.float64) @ self.rows(X)

    def fit(self):
        Y = torch.tensor(np.array(self.Y_train), dtype=torch.float64)
        self.W = torch.linalg.lstsq(self.rows(self.X_train).T, Y.T).solution.T.numpy()
