# diagnosis: not_repeatable
# points: 1.5
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps, averages=[0.0, 0.0]):
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(visited[-1])
        averages[0] = beta1 * averages[0] + (1 - beta1) * g
        averages[1] = beta2 * averages[1] + (1 - beta2) * g**2
        m_hat, v_hat = averages[0] / (1 - beta1**k), averages[1] / (1 - beta2**k)
        visited.append(visited[-1] - eta * m_hat / (np.sqrt(v_hat) + epsilon))
    averages[:] = [np.mean(one) for one in averages]
    return np.array(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
