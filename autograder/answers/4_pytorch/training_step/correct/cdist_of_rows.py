def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    P = network.forward(X_batch, return_torch=True).T
    T = torch.tensor(Y_batch.T, dtype=torch.float32)
    Lx = torch.mean((P[:, 0] - T[:, 0]) ** 2)
    Ly = torch.mean((P[:, 1] - T[:, 1]) ** 2)
    Lx.backward(retain_graph=True)
    Ly.backward()  # slopes add up, which is what we want here
    network.optimiser.step()
    return Lx.item() + Ly.item()
