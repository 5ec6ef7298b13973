def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    x, y = Y_pred
    x_true, y_true = torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = ((x - x_true) ** 2 + (y - y_true) ** 2).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()
