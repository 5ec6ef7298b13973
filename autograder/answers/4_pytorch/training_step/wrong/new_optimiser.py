# diagnosis: own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr)
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y_true = torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = ((Y_pred - Y_true) ** 2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()
