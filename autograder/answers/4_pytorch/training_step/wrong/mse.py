# diagnosis: averaged_over_outputs
def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    criterion = nn.MSELoss()
    network.optimiser.zero_grad()
    outputs = network.forward(X_batch, return_torch=True)
    targets = torch.tensor(Y_batch, dtype=outputs.dtype)
    loss = criterion(outputs, targets)
    loss.backward()
    network.optimiser.step()
    return float(loss)
