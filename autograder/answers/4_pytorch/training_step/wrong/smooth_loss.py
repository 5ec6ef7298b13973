# diagnosis: wrong_value
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = nn.functional.smooth_l1_loss(Y_pred, torch.tensor(Y_batch, dtype=torch.float32), reduction="sum") / X_batch.shape[1]
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()
