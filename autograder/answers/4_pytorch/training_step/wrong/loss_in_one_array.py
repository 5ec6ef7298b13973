# diagnosis: result_kept
ROOM = np.empty(())

def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    loss = ((Y_pred - Y) ** 2).sum(dim=0).mean()
    loss.backward()
    network.optimiser.step()
    ROOM[...] = loss.item()
    return ROOM
