def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    path = [np.array(W, dtype=float)]
    m = np.zeros(np.shape(W)); v = np.zeros(np.shape(W))
    b1, b2 = 1.0, 1.0
    while len(path) <= n_steps:
        g = np.array(derivative(path[-1].copy()))
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * np.square(g)
        b1 *= beta1
        b2 *= beta2
        path.append(path[-1] - eta * (m / (1 - b1)) / (epsilon + np.sqrt(v / (1 - b2))))
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    adam = torch.optim.Adam(params=network.parameters(), lr=adam_lr)
    network.optimiser = adam
    network.fit(epochs, batch_frac, record_every=50)
