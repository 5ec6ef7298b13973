def adam_steps(derivative, W, eta, beta1, beta2, epsilon):
    m = v = k = 0
    while True:
        yield W
        k, g = k + 1, derivative(W)
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        W = W - eta * m / (1 - beta1**k) / (np.sqrt(v / (1 - beta2**k)) + epsilon)


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    from itertools import islice

    return list(islice(adam_steps(derivative, W, eta, beta1, beta2, epsilon), n_steps + 1))


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
