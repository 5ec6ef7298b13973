import torch

w = torch.tensor(W_2, dtype=torch.float64, requires_grad=True)
valley(w).backward()
W_3 = (w - eta * w.grad).item()
