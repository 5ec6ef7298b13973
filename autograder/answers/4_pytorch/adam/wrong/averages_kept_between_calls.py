# diagnosis: not_repeatable
_m, _v = {}, {}


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    path = [W]
    shape = W.shape
    _m.setdefault(shape, np.zeros(shape))
    _v.setdefault(shape, np.zeros(shape))
    for k in range(1, n_steps + 1):
        g = derivative(W)
        _m[shape] = beta1 * _m[shape] + (1 - beta1) * g
        _v[shape] = beta2 * _v[shape] + (1 - beta2) * np.square(g)
        W = W - eta * (_m[shape] / (1 - beta1**k)) / (np.sqrt(_v[shape] / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
