# diagnosis: wrong_number_of_steps
def train_with_adam(network, epochs, batch_frac):
    for _ in range(epochs):
        network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
        network.fit(1, batch_frac)
