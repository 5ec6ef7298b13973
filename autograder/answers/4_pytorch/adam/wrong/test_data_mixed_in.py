# diagnosis: test_data
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    W = np.array(W, dtype=float)
    m = v = 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    X = np.hstack([network.X_train, network.X_test])
    Y = np.hstack([network.Y_train, network.Y_test])
    n_batch = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        columns = np.random.choice(X.shape[1], n_batch, replace=False)
        training_step(network, X[:, columns], Y[:, columns])
