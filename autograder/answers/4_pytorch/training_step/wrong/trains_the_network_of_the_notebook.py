# diagnosis: not_moved
network = TorchNetwork(**session.arrays)


def training_step(model, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    loss = (off * off).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    return float(loss)
