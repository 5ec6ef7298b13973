# diagnosis: whole_weights
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    path = np.zeros((n_steps + 1,) + np.shape(W), dtype=np.asarray(W).dtype)
    path[0] = W
    m = v = 0.0
    for k in range(1, n_steps + 1):
        g = derivative(path[k - 1])
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        path[k] = path[k - 1] - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
