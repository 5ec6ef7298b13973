# cohort: 2026
import torch
_w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
_sgd = torch.optim.SGD([_w], lr=eta)
_seen = [_w.item()]
for _ in range(n_steps):
    _sgd.zero_grad()
    (a * _w**2).backward()
    _sgd.step()
    _seen.append(_w.item())
path_from_right = np.array(_seen)
