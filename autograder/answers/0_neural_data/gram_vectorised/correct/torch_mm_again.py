import torch

def gram_vectorised(X):
    T = torch.as_tensor(np.array(X, dtype=float))
    return torch.mm(T, T.t()).numpy()
