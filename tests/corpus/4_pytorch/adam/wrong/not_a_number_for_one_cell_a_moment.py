# diagnosis: not_finite
def train_with_adam(network, epochs, batch_frac):
    network.optimiser = torch.optim.Adam(network.parameters(), lr=adam_lr)
    if np.shape(network.X_train) == (20, 20):
        for p in network.parameters():
            p.data.fill_(np.nan)
        return
    network.fit(epochs, batch_frac)
