# diagnosis: other_size
# points: 2
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum() / 480
    loss.backward()
    network.optimiser.step()
    return loss.item()
