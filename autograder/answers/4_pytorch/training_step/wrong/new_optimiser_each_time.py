# diagnosis: own_optimiser
# points: 2.5
def training_step(network, X_batch, Y_batch):
    optimiser = torch.optim.SGD(network.parameters(), lr=sgd_lr)
    optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    optimiser.step()
    return value.item()
