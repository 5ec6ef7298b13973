# diagnosis: largest_square_before_the_hat
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v, most, visited = 0.0, 0.0, 0.0, [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        most = np.maximum(most, v)
        visited.append(visited[-1] - eta * m / (1 - beta1**k) / (np.sqrt(most / (1 - beta2**k)) + epsilon))
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
