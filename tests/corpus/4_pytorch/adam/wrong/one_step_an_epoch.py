# diagnosis: too_few_steps
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    n_batch = int(batch_frac * network.n_train)
    for _ in range(epochs):
        columns = np.random.choice(network.n_train, n_batch, replace=False)
        training_step(network, network.X_train[:, columns], network.Y_train[:, columns])
