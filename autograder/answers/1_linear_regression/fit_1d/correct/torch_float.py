import torch


def fit_1d(x, y):
    x, y = (torch.tensor(np.array(v), dtype=torch.float64) for v in (x, y))
    return (torch.dot(x, y) / torch.dot(x, x)).item()


s, p = torch.tensor(size, dtype=torch.float64), torch.tensor(price, dtype=torch.float64)
sigma_X = s.square().sum().item()
sigma_XY = (s * p).sum().item()
W_1d = fit_1d(size, price)
