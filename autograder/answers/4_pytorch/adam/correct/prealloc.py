def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    path = np.zeros((n_steps + 1,) + W.shape)
    path[0] = W
    m, v = np.zeros_like(W), np.zeros_like(W)
    for k in range(n_steps):
        g = np.asarray(derivative(path[k].copy()), dtype=float)
        m = m + (1 - beta1) * (g - m)
        v = v + (1 - beta2) * (g * g - v)
        correction1, correction2 = 1 - beta1 ** (k + 1), 1 - beta2 ** (k + 1)
        path[k + 1] = path[k] - eta * (m / correction1) / ((v / correction2) ** 0.5 + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batch = int(batch_frac * network.n_train)
    for step in range(round(epochs / batch_frac)):
        columns = np.random.permutation(network.n_train)[:n_batch]
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
