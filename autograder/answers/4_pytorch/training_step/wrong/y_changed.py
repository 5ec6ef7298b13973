# diagnosis: damages_input
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.from_numpy(Y_batch)
    off = Y_pred - Y
    Y.sub_(Y_pred.detach())
    loss = (off**2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()
