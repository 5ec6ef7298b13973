def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    weight = torch.tensor(np.asarray(W, dtype=float), requires_grad=True)
    adam = torch.optim.Adam([weight], lr=eta, betas=(beta1, beta2), eps=epsilon)
    path = [weight.detach().numpy().copy()]
    for _ in range(n_steps):
        slope = derivative(weight.detach().numpy().copy())
        weight.grad = torch.tensor(np.asarray(slope, dtype=float))
        adam.step()
        path.append(weight.detach().numpy().copy())
    return np.array(path)


def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
