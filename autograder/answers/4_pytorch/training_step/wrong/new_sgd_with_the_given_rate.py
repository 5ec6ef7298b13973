# diagnosis: own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    network.optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr)
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()
