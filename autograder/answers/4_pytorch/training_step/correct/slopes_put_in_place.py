def training_step(network, X_batch, Y_batch):
    parameters = list(network.parameters())
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = off.pow(2).sum(0).mean()
    for parameter, slope in zip(parameters, torch.autograd.grad(value, parameters)):
        parameter.grad = slope
    network.optimiser.step()
    return value.item()
