# diagnosis: loss_after_the_step
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    def loss():
        off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
        return (off**2).sum(dim=0).mean()

    network.optimiser.zero_grad()
    loss().backward()
    network.optimiser.step()
    return loss().item()
