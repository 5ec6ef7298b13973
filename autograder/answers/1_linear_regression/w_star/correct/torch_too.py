import torch


def fit(self):
    X, Y = (torch.tensor(np.array(A), dtype=torch.float64) for A in (self.X_train, self.Y_train))
    self.W = torch.linalg.lstsq(X.T, Y.T).solution.T.numpy()


LinearModel.fit = fit
