# diagnosis: pull_20_thousandths
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (off**2).sum(dim=0).mean()
    pull = sum((p**2).sum() for p in network.parameters())
    (batch_loss + 0.01 * pull).backward()
    network.optimiser.step()
    return batch_loss.item()
