def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    for p in network.parameters():
        p.grad = None
    residual = network.forward(X_batch, True) - torch.from_numpy(Y_batch.astype(np.float32))
    per_moment = residual.square().sum(axis=0)
    L = per_moment.mean()
    L.backward()
    network.optimiser.step()
    return float(L.detach())
