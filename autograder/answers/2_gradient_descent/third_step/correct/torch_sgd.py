import torch
w = torch.tensor(W_0, dtype=torch.float64, requires_grad=True)
opt = torch.optim.SGD([w], lr=eta)
for _ in range(3):
    opt.zero_grad()
    (a * w**2).backward()
    opt.step()
W_3 = w.item()
