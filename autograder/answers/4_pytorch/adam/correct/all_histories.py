def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    path, slopes = [np.array(W, dtype=float)], []
    for k in range(1, n_steps + 1):
        slopes.append(np.asarray(derivative(path[-1]), dtype=float) + np.zeros(np.shape(W)))
        powers = np.arange(k)[::-1]
        G = np.array(slopes)
        m_hat = np.tensordot((1 - beta1) * float(beta1) ** powers, G, axes=1) / (1 - beta1**k)
        v_hat = np.tensordot((1 - beta2) * float(beta2) ** powers, G**2, axes=1) / (1 - beta2**k)
        path.append(path[-1] - eta * m_hat / (np.sqrt(v_hat) + epsilon))
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(epochs):
        network.fit(1, batch_frac)
