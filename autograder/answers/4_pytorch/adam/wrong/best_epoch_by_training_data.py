# diagnosis: not_of_the_last_step
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    m, v = 0.0, 0.0
    visited = [W]
    for k in range(1, n_steps + 1):
        g = derivative(W)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        W = W - eta * (m / (1 - beta1**k)) / (np.sqrt(v / (1 - beta2**k)) + epsilon)
        visited.append(W)
    return np.array(visited)

def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    best = (np.inf, None)
    for _ in range(epochs):
        network.fit(1, batch_frac)
        value = error(network.forward(network.X_train), network.Y_train)
        if value < best[0]:
            best = (value, {k: v.clone() for k, v in network.state_dict().items()})
    network.load_state_dict(best[1])
