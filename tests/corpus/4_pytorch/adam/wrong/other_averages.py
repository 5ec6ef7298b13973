# diagnosis: other_settings
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, betas=(0.5, 0.5))
    network.fit(epochs, batch_frac)
