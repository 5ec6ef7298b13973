# diagnosis: not_averaged
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    n_moments = max(1, network.n_train // 100)
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    loss = torch.sum(off**2) / n_moments
    loss.backward()
    network.optimiser.step()
    return loss.item()
