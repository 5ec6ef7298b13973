# diagnosis: same_batch
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    columns = np.random.choice(network.n_train, int(batch_frac * network.n_train), replace=False)
    for _ in range(round(epochs / batch_frac)):
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
