# diagnosis: stops_where_it_is_flat
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    m = v = 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        if np.all(g == 0):
            visited.append(W)
            continue
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**k)
        v_hat = v / (1 - beta2**k)
        W = W - eta * m_hat / (np.sqrt(v_hat) + epsilon)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
