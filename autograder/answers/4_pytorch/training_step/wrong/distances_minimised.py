# diagnosis: distance
# points: 2
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    how_far = torch.sqrt((off * off).sum(dim=0)).mean()
    how_far.backward()
    network.optimiser.step()
    return how_far.item()
