class Adam:
    def __init__(self, eta, beta1, beta2, epsilon):
        self.eta, self.b1, self.b2, self.eps = eta, beta1, beta2, epsilon
        self.k, self.m, self.v = 0, 0.0, 0.0

    def __call__(self, W, g):
        self.k += 1
        self.m = self.b1 * self.m + (1 - self.b1) * g
        self.v = self.b2 * self.v + (1 - self.b2) * g**2
        return W - self.eta * (self.m / (1 - self.b1**self.k)) / (np.sqrt(self.v / (1 - self.b2**self.k)) + self.eps)


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    step, path = Adam(eta, beta1, beta2, epsilon), [np.array(W, dtype=float)]
    while len(path) < n_steps + 1:
        path.append(step(path[-1], np.asarray(derivative(path[-1]), dtype=float)))
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(params=network.parameters(), lr=adam_lr)
    n_batch, order = int(batch_frac * network.n_train), []
    for _ in range(round(epochs / batch_frac)):
        if len(order) < n_batch:
            order = list(np.random.permutation(network.n_train))
        now, order = order[:n_batch], order[n_batch:]
        training_step(network, network.X_train[:, now], network.Y_train[:, now])
