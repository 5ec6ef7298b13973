# diagnosis: absolute_differences
# points: 2
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    truth = torch.tensor(Y_batch, dtype=torch.float32)
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - truth
    loss = torch.abs(off).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return loss.item()
