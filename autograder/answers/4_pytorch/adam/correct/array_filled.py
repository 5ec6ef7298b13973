def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    W = np.array(W, dtype=float)
    m, v = np.zeros(W.shape), np.zeros_like(W)
    path = np.zeros((n_steps + 1,) + W.shape)
    path[0] = W
    for k in range(n_steps):
        g = np.asarray(derivative(path[k]), dtype=float)
        m += (1 - beta1) * (g - m)
        v += (1 - beta2) * (g * g - v)
        m_hat, v_hat = m / (1 - beta1 ** (k + 1)), v / (1 - beta2 ** (k + 1))
        path[k + 1] = path[k] - eta * m_hat / (v_hat**0.5 + epsilon)
    return path


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
