# diagnosis: loss_after_the_step
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    Y_pred = network.forward(X_batch, return_torch=True)
    return ((Y_pred - Y) ** 2).sum(dim=0).mean().item()
