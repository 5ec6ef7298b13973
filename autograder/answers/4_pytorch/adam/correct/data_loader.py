def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    path = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        path.append(W)
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    data = torch.utils.data.TensorDataset(torch.tensor(network.X_train.T), torch.tensor(network.Y_train.T))
    n_batch = int(batch_frac * network.n_train)
    loader = torch.utils.data.DataLoader(data, batch_size=n_batch, shuffle=True, drop_last=True)
    for _ in range(epochs):
        for X, Y in loader:
            training_step(network, X.numpy().T, Y.numpy().T)
