# diagnosis: not_all_parameters
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(list(network.parameters())[-2:], lr=adam_lr)
    network.fit(epochs, batch_frac)
