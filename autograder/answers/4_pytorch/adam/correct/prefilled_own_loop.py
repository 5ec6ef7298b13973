def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    start = np.asarray(W, dtype=float)
    path = np.empty((n_steps + 1,) + start.shape)
    path[0] = start
    m, v = np.zeros(start.shape), np.zeros(start.shape)
    b1, b2 = 1.0, 1.0
    for k in range(n_steps):
        g = np.asarray(derivative(path[k].copy()), dtype=float)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.square(g)
        b1, b2 = b1 * beta1, b2 * beta2
        path[k + 1] = path[k] - eta * (m / (1 - b1)) / ((v / (1 - b2)) ** 0.5 + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    size = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        batch = np.random.permutation(network.n_train)[:size]
        training_step(network, network.X_train[:, batch], network.Y_train[:, batch])
