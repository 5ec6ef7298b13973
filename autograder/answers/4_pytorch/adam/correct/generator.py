def _adam(derivative, W, eta, beta1, beta2, epsilon):
    m, v, k = 0 * W, 0 * W, 0
    while True:
        yield W
        k += 1
        g = derivative(W)
        m = m + (1 - beta1) * (g - m)
        v = v + (1 - beta2) * (g * g - v)
        W = W - eta * (m / (1 - beta1**k)) / (epsilon + np.sqrt(v / (1 - beta2**k)))


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    walk = _adam(derivative, np.array(W, dtype=float), eta, beta1, beta2, epsilon)
    return np.array([next(walk) for _ in range(n_steps + 1)])


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam((p for _, p in network.named_parameters()), lr=adam_lr)
    network.fit(epochs, batch_frac)
    return network.history
