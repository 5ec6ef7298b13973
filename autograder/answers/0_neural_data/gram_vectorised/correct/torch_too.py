import torch


def gram_vectorised(X):
    return torch.as_tensor(np.array(X)) @ torch.as_tensor(np.array(X)).T
