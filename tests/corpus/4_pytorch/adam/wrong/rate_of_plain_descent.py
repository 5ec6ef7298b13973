# diagnosis: learning_rate
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=sgd_lr)
    network.fit(epochs, batch_frac)
