def train_with_adam(network, epochs, batch_frac):
    groups = [{"params": [parameter], "lr": adam_lr} for parameter in network.parameters()]
    network.optimiser = torch.optim.Adam(groups)
    network.fit(epochs, batch_frac)
