def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    path, m, v = [W], 0.0, 0.0
    for k in range(1, n_steps + 1):
        g = derivative(path[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        root = np.sqrt(1 - beta2**k)
        rate = eta * root / (1 - beta1**k)
        path.append(path[-1] - rate * m / (np.sqrt(v) + epsilon * root))
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
