# diagnosis: test_data
def train_with_adam(network, epochs, batch_frac):
    network.X_train, network.Y_train = network.X_test, network.Y_test
    network.n_train = network.X_test.shape[1]
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    network.fit(epochs, batch_frac)
