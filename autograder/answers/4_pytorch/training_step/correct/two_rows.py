def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    Y = torch.tensor(Y_batch, dtype=torch.float32)
    network.optimiser.zero_grad()
    P = network.forward(X_batch, return_torch=True)
    loss_x = torch.mean((P[0] - Y[0]) ** 2)
    loss_y = torch.mean((P[1] - Y[1]) ** 2)
    total = loss_x + loss_y
    total.backward()
    network.optimiser.step()
    return total.item()
