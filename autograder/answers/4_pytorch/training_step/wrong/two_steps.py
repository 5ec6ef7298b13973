# diagnosis: two_steps
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    value = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    value.backward()
    network.optimiser.step()
    network.optimiser.step()
    return value.item()
