def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, foreach=False)
    rng = np.random.default_rng(11)
    size = int(batch_frac * network.n_train)
    X = torch.tensor(network.X_train, dtype=torch.float32)
    Y = torch.tensor(network.Y_train, dtype=torch.float32)
    for _ in range(round(epochs / batch_frac)):
        batch = rng.choice(network.n_train, size, replace=False)
        off = network.forward(X[:, batch].numpy(), return_torch=True) - Y[:, batch]
        network.optimiser.zero_grad()
        off.square().sum(dim=0).mean().backward()
        network.optimiser.step()
