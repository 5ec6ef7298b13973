def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""

    def from_here(W, m, v, k):
        if k > n_steps:
            return [W]
        g = derivative(W)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**k), v / (1 - beta2**k)
        later = from_here(W - eta * m_hat / (np.sqrt(v_hat) + epsilon), m, v, k + 1)
        return [W, *later]

    return np.array(from_here(W, 0.0, 0.0, 1))


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
