# diagnosis: fixed_numbers
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    w = torch.tensor(np.asarray(W, dtype=float))
    optimiser = torch.optim.Adam([w], lr=eta)
    path = [w.numpy().copy()]
    for _ in range(n_steps):
        w.grad = torch.tensor(np.asarray(derivative(w.numpy().copy()), dtype=float)) + torch.zeros_like(w)
        optimiser.step()
        path.append(w.numpy().copy())
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
