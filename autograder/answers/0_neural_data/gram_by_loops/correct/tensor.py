import torch


def gram_by_loops(X):
    X = torch.tensor(X, dtype=torch.float64)
    M = torch.zeros(len(X), len(X), dtype=torch.float64)
    for i in range(len(X)):
        for j in range(len(X)):
            M[i, j] = (X[i] * X[j]).sum()
    return M
