class Adam:
    def __init__(self, eta, beta1, beta2, epsilon):
        self.eta, self.betas, self.epsilon = eta, (beta1, beta2), epsilon
        self.m = self.v = 0.0
        self.powers = [1.0, 1.0]

    def step(self, g):
        beta1, beta2 = self.betas
        self.powers = [power * beta for power, beta in zip(self.powers, self.betas)]
        self.m = beta1 * self.m + (1 - beta1) * g
        self.v = beta2 * self.v + (1 - beta2) * g * g
        m_hat, v_hat = self.m / (1 - self.powers[0]), self.v / (1 - self.powers[1])
        return -self.eta * m_hat / (np.sqrt(v_hat) + self.epsilon)


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    adam, visited = Adam(eta, beta1, beta2, epsilon), [np.asarray(W)]
    while len(visited) <= n_steps:
        visited.append(visited[-1] + adam.step(derivative(visited[-1])))
    return np.stack(visited)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
