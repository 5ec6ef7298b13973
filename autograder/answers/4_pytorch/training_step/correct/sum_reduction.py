def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad()
    prediction = network.forward(X_batch, return_torch=True)
    truth = torch.tensor(np.asarray(Y_batch, dtype=np.float32))
    n_batch = Y_batch.shape[1]
    loss = nn.functional.mse_loss(prediction, truth.to(prediction.dtype), reduction="sum") / n_batch
    loss.backward()
    network.optimiser.step()
    return loss.item()
