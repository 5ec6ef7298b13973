# diagnosis: fixed_numbers
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        W = W - eta * (m / (1 - 0.9**k)) / (np.sqrt(v / (1 - 0.999**k)) + 1e-8)
        visited.append(W)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
