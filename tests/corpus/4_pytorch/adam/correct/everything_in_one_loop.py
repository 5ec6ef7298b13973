def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, foreach=False)
    size = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        batch = torch.randperm(network.n_train)[:size].numpy()
        off = network.forward(network.X_train[:, batch], return_torch=True) - torch.tensor(network.Y_train[:, batch], dtype=torch.float32)
        network.optimiser.zero_grad()
        off.square().sum(dim=0).mean().backward()
        network.optimiser.step()
