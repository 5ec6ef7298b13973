def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = W if np.ndim(W) == 0 else np.array(W, dtype=float)
    m, v, out, k = 0.0, 0.0, [W], 0
    while k < n_steps:
        k = k + 1
        g = np.asarray(derivative(out[k - 1]), dtype=float)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        correction = np.sqrt(1 - beta2**k) / (1 - beta1**k)
        step = eta * correction * m / (np.sqrt(v) + epsilon * np.sqrt(1 - beta2**k))
        out.append(out[k - 1] - step)
    return np.array(out, dtype=float).tolist()


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    setattr(network, "optimiser", torch.optim.Adam(network.parameters(), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0))
    network.fit(epochs=epochs, batch_frac=batch_frac)
