# diagnosis: wrong_number_of_steps
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
    n_batch, before = int(batch_frac * network.n_train), np.inf
    for step in range(round(epochs / batch_frac)):
        columns = np.random.choice(network.n_train, n_batch, replace=False)
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
        if (step + 1) % 30 == 0:
            now = error(network.forward(network.X_test), network.Y_test)
            if now > 1.02 * before:
                break
            before = now
