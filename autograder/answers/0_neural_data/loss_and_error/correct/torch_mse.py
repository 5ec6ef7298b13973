import torch

def _t(A):
    return torch.tensor(np.array(A, dtype=np.float64))

def loss(Y_pred, Y_true):
    return torch.nn.functional.mse_loss(_t(Y_pred), _t(Y_true)).item() * len(Y_true)

def error(Y_pred, Y_true):
    return torch.linalg.vector_norm(_t(Y_pred) - _t(Y_true), dim=0).mean()
