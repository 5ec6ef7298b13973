import torch


def split(X, Y, t, train_until):
    X, Y, t = (torch.tensor(np.array(A), dtype=torch.float64) for A in (X, Y, t))
    first, last = t <= train_until, t > train_until
    return X[:, first], Y[:, first], X[:, last], Y[:, last]
