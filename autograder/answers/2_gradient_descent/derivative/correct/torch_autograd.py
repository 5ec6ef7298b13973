import torch

def derivative_of_loss(W):
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    (a * w**2).sum().backward()
    g = w.grad.numpy()
    return g.item() if g.ndim == 0 else g
