import torch


def gradient_descent(derivative, W, eta, n_steps):
    path = torch.zeros((n_steps + 1, *np.shape(W)), dtype=torch.float64)
    w = np.array(W, dtype=float)[()]
    for k in range(n_steps + 1):
        path[k] = torch.as_tensor(np.array(w))
        if k < n_steps:
            w = w - eta * np.asarray(derivative(w))
    return path
