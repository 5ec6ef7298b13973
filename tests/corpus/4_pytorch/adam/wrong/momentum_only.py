# diagnosis: other_optimiser
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr, momentum=0.9)
    network.fit(epochs, batch_frac)
