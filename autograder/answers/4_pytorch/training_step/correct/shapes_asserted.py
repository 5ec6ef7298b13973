def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    assert Y_pred.shape == Y_batch.shape == (2, X_batch.shape[1])
    off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (off**2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()
