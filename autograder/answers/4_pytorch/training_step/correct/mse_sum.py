def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    criterion = nn.MSELoss(reduction="sum")
    optimizer = network.optimiser
    Y_pred = network.forward(X_batch, return_torch=True)
    L = criterion(Y_pred, torch.as_tensor(np.array(Y_batch), dtype=Y_pred.dtype)) / Y_batch.shape[1]
    optimizer.zero_grad()
    L.backward()
    optimizer.step()
    return float(L)
