def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(params=list(network.parameters()), lr=adam_lr, betas=(0.9, 0.999), eps=1e-8)
    network.fit(epochs=epochs, batch_frac=batch_frac)
