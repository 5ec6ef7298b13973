# diagnosis: largest_square
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = largest = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        largest = np.maximum(largest, v / (1 - beta2**k))
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(largest) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
