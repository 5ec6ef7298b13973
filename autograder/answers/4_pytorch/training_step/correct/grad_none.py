def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    for p in network.parameters():
        p.grad = None
    diff = network.forward(X_batch, return_torch=True) - torch.as_tensor(Y_batch, dtype=torch.float32)
    L = torch.sum(diff * diff) / X_batch.shape[1]
    L.backward()
    network.optimiser.step()
    return L.detach().numpy().item()
