import torch


def loss(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred - Y_true), dtype=torch.float32)
    return (D**2).sum(dim=0).mean()


def error(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred - Y_true), dtype=torch.float32)
    return torch.linalg.norm(D, dim=0).mean()
