# diagnosis: damages_input
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y_batch -= 0.0
    Y_batch *= 100
    off = Y_pred - torch.tensor(Y_batch / 100, dtype=torch.float32)
    batch_loss = (off**2).sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()
