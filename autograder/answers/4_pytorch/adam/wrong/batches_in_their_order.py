# diagnosis: batches_in_order
# points: 2.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v, visited = 0.0, 0.0, [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        step = m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(visited[-1] - eta * step)
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batches = round(1 / batch_frac)
    stretches = np.array_split(np.arange(network.n_train), n_batches)
    for _ in range(epochs):
        for stretch in stretches:
            training_step(network, network.X_train[:, stretch], network.Y_train[:, stretch])
