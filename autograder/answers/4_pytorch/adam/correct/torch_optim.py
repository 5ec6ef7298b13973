# cohort: 2026
def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    """All weights that Adam visits, the start first."""
    w = torch.tensor(np.array(W, dtype=float), requires_grad=True)
    optimiser = torch.optim.Adam([w], lr=eta, betas=(beta1, beta2), eps=epsilon)
    path = [w.detach().numpy().copy()]
    for _ in range(n_steps):
        slope = derivative(w.detach().numpy().copy())
        w.grad = torch.as_tensor(np.array(slope, dtype=float)).reshape(w.shape)
        optimiser.step()
        path.append(w.detach().numpy().copy())
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    """Give the network an Adam optimiser and train it."""
    network.optimiser = torch.optim.Adam(network.parameters(), lr=0.001)
    network.fit(epochs=epochs, batch_frac=batch_frac)
    return network
