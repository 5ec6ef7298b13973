import torch

w = torch.tensor(W_2, requires_grad=True)
(a * w**2).backward()
W_3 = w.detach() - eta * w.grad
