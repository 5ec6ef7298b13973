# diagnosis: other_optimiser
def train_with_adam(network, epochs, batch_frac):
    optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
