import torch

def gradient_descent(derivative, W, eta, n_steps):
    path = [torch.tensor(np.array(W, dtype=float))]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(torch.tensor(np.array(W, dtype=float)))
    return torch.stack(path)
