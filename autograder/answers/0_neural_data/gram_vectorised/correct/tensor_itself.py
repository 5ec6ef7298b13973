import torch

def gram_vectorised(X):
    T = torch.from_numpy(np.array(X, dtype=np.float64))
    return T @ T.T
