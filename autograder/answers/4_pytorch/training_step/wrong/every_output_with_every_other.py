# diagnosis: broadcast_outputs
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    off = network.forward(X_batch, return_torch=True) - Y[:, None]
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()
