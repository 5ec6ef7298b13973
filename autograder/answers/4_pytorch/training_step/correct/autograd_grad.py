def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    parameters = [p for group in network.optimiser.param_groups for p in group["params"]]
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    L = torch.einsum("in,in->", off, off) / off.shape[1]
    for p, slope in zip(parameters, torch.autograd.grad(L, parameters)):
        p.grad = slope
    network.optimiser.step()
    return L.item()
