# diagnosis: clipped_1
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    off = Y_pred - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = (off**2).sum(dim=0).mean()
    batch_loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    network.optimiser.step()
    return batch_loss.item()
