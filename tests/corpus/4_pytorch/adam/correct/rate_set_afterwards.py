def train_with_adam(network, epochs, batch_frac):
    from torch import optim

    adam = optim.Adam([parameter for _, parameter in network.named_parameters()])
    for group in adam.param_groups:
        group["lr"] = adam_lr
    setattr(network, "optimiser", adam)
    TorchNetwork.fit(network, epochs, batch_frac)
