# diagnosis: stops_where_it_is_flat
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m, v = np.zeros_like(W), np.zeros_like(W)
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        step = eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        W = W - (g != 0) * step
        path.append(W)
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
