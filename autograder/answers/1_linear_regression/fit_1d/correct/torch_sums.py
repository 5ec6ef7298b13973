import torch

def fit_1d(x, y):
    x, y = torch.tensor(np.array(x), dtype=torch.float64), torch.tensor(np.array(y), dtype=torch.float64)
    return (torch.dot(y, x) / torch.dot(x, x)).item()


sigma_X = torch.tensor(size).square().sum()
sigma_XY = (torch.tensor(size) * torch.tensor(price)).sum()
W_1d = fit_1d(size, price)
