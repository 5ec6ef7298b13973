# diagnosis: other_optimiser or not_moved
OPT = {}

def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    optimiser = OPT.setdefault(id(network), network.optimiser)
    optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    loss = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    loss.backward()
    optimiser.step()
    return loss.item()
