import torch


def _by_torch(curve):
    def activation(N, deriv=False):
        T = torch.tensor(np.asarray(N), dtype=torch.float32, requires_grad=True)
        value = curve(T)
        if deriv:
            value.sum().backward()
            return T.grad.numpy()
        return value.detach().numpy()

    return activation


relu = _by_torch(torch.relu)
sigmoid = _by_torch(lambda T: activation_scale * torch.sigmoid(T))
tanh = _by_torch(lambda T: activation_scale * torch.tanh(T))
