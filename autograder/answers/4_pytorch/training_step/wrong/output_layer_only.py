# diagnosis: some_not_moved
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    value = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    value.backward()
    for parameter in list(network.parameters())[:-2]:
        parameter.grad = None
    network.optimiser.step()
    return value.item()
