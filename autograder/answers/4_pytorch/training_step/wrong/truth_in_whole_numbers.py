# diagnosis: uphill
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    truth = torch.tensor(Y_batch, dtype=torch.int32)
    loss = torch.mean(torch.sum((network.forward(X_batch, return_torch=True) - truth) ** 2, dim=0))
    loss.backward()
    network.optimiser.step()
    return loss.item()
