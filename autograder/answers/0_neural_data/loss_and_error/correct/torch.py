import torch


def loss(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred), dtype=torch.float64) - torch.tensor(np.array(Y_true), dtype=torch.float64)
    return (D**2).sum(dim=0).mean().item()


def error(Y_pred, Y_true):
    D = torch.tensor(np.array(Y_pred), dtype=torch.float64) - torch.tensor(np.array(Y_true), dtype=torch.float64)
    return D.norm(dim=0).mean().item()
