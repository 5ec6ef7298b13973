import torch

def split(X, Y, t, train_until):
    X, Y, t = (torch.tensor(np.array(a, dtype=float)) for a in (X, Y, t))
    early = t <= train_until
    return X[:, early], Y[:, early], X[:, ~early], Y[:, ~early]
