# cohort: 2026
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    w = torch.tensor(np.asarray(W, dtype=float))
    optimiser = torch.optim.Adam([w], lr=eta, betas=(float(beta1), float(beta2)), eps=epsilon)
    path = [w.numpy().copy()]
    for _ in range(n_steps):
        g = np.asarray(derivative(w.numpy().copy()), dtype=float)
        w.grad = torch.from_numpy(np.array(np.broadcast_to(g, tuple(w.shape))))
        optimiser.step()
        path.append(w.numpy().copy())
    return np.stack(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    optimizer = torch.optim.Adam(list(network.parameters()), lr=1e-3)
    network.optimiser = optimizer
    network.fit(epochs=epochs, batch_frac=batch_frac, record_every=10**9)
