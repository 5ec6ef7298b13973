def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), adam_lr)
    n_batch = int(batch_frac * network.n_train)
    for _ in range(round(epochs / batch_frac)):
        columns = np.random.permutation(network.n_train)[:n_batch]
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
