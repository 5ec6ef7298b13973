# diagnosis: half_of_the_batch
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    off = network.forward(X_batch, return_torch=True)[:, : Y.shape[1] // 2 or 1] - Y[:, : Y.shape[1] // 2 or 1]
    value = (off**2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    return value.item()
