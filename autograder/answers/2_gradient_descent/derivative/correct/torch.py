import torch


def derivative_of_loss(W):
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    (a * w**2).sum().backward()
    return w.grad.item() if w.ndim == 0 else w.grad.numpy()
