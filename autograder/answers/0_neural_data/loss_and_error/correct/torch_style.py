import torch
def loss(Y_pred, Y_true):
    d = torch.as_tensor(Y_pred, dtype=torch.float64) - torch.as_tensor(Y_true, dtype=torch.float64)
    return d.pow(2).sum(dim=0).mean().item()

def error(Y_pred, Y_true):
    d = torch.as_tensor(Y_pred, dtype=torch.float64) - torch.as_tensor(Y_true, dtype=torch.float64)
    return d.pow(2).sum(dim=0).sqrt().mean().item()
