def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    class State:
        def __init__(self):
            self.k, self.m, self.v = 0, 0.0, 0.0

        def step(self, w, g):
            self.k += 1
            self.m = beta1 * self.m + (1 - beta1) * g
            self.v = beta2 * self.v + (1 - beta2) * g * g
            top = self.m / (1 - beta1 ** self.k)
            bottom = np.sqrt(self.v / (1 - beta2 ** self.k)) + epsilon
            return w - eta * top / bottom

    state = State()
    walk = [W]
    for _ in range(n_steps):
        walk.append(state.step(walk[-1], derivative(walk[-1])))
    return walk


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(list(network.parameters()), adam_lr)
    type(network).fit(network, epochs, batch_frac)
