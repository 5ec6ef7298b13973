# diagnosis: loss_after_the_step
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    d = Y_pred - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    L = d.pow(2).sum(0).mean()
    L.backward()
    network.optimiser.step()
    with torch.no_grad():
        d = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=Y_pred.dtype)
    return float(d.pow(2).sum(0).mean())
