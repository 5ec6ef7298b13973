import torch


def _through_torch(f, N, deriv):
    x = torch.tensor(np.asarray(N), dtype=torch.float64, requires_grad=True)
    y = f(x)
    if not deriv:
        return y.detach().numpy()
    (slope,) = torch.autograd.grad(y.sum(), x)
    return slope.numpy()


def relu(N, deriv=False):
    return _through_torch(torch.relu, N, deriv)


def sigmoid(N, deriv=False):
    return _through_torch(lambda x: activation_scale * torch.sigmoid(x), N, deriv)


def tanh(N, deriv=False):
    return _through_torch(lambda x: activation_scale * torch.tanh(x), N, deriv)
