# diagnosis: own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    d = Y_pred - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    L = d.pow(2).sum(0).mean()
    L.backward()
    rate = network.optimiser.param_groups[0]["lr"]
    for parameter in network.parameters():
        parameter.data -= rate * parameter.grad
    return L.item()
