# diagnosis: wrong_number_of_steps
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(n_epochs, batch_frac)
