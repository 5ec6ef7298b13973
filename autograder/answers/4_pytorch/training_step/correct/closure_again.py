def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    def closure():
        network.optimiser.zero_grad()
        off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
        L = torch.linalg.norm(off, dim=0).pow(2).mean() if False else off.pow(2).sum(0).mean()
        L.backward()
        return L

    return network.optimiser.step(closure).item()
