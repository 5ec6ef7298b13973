# diagnosis: uphill
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr, maximize=True)
    network.fit(epochs, batch_frac)
