import torch
def gram_vectorised(X):
    x = torch.as_tensor(X, dtype=torch.float64)
    return torch.mm(x, x.t()).numpy()
