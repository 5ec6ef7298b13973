# diagnosis: own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr)
    optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    loss = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    loss.backward()
    optimiser.step()
    return loss.item()
