# diagnosis: two_steps
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    value = (off**2).sum(dim=0).mean()
    value.backward()
    for _ in range(2):
        network.optimiser.step()
    return value.item()
