# diagnosis: whole_set
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    whole = torch.tensor(network.Y_train, dtype=torch.float32)
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    ((network.forward(network.X_train, return_torch=True) - whole) ** 2).sum(dim=0).mean().backward()
    network.optimiser.step()
    return value.item()
