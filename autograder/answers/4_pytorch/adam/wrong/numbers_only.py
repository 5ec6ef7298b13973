# diagnosis: raised
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    from math import sqrt

    w, m, v = float(W), 0.0, 0.0
    path = [w]
    for k in range(1, n_steps + 1):
        g = derivative(w)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - eta * (m / (1 - beta1**k)) / (sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(w)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
