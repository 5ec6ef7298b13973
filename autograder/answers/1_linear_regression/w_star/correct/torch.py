import torch


def fit(self):
    X, Y = torch.tensor(np.array(self.X_train)).double(), torch.tensor(np.array(self.Y_train)).double()
    self.W = torch.linalg.lstsq(X.T, Y.T).solution.T.numpy()


LinearModel.fit = fit
