# diagnosis: own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    old = network.optimiser
    settings = {k: v for k, v in old.param_groups[0].items() if k in ("lr", "momentum", "weight_decay", "betas")}
    network.optimiser = type(old)(network.parameters(), **settings)
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()
