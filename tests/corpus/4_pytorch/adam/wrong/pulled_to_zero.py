# diagnosis: other_settings
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, weight_decay=0.1)
    network.fit(epochs, batch_frac)
