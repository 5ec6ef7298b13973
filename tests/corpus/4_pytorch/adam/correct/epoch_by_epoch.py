def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    for _ in range(epochs):
        network.fit(1, batch_frac, record_every=100)
    return network
