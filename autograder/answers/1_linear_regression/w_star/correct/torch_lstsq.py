import torch


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    A = torch.tensor(np.array(X).T, dtype=torch.float64)
    B = torch.tensor(np.array(Y).T, dtype=torch.float64)
    self.W = torch.linalg.lstsq(A, B).solution.T.numpy()


LinearModel.fit = fit
