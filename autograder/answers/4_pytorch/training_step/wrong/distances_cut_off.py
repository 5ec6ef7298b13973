# diagnosis: cut_off
# points: 2
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    squares = torch.minimum((off**2).sum(dim=0), torch.tensor(1.0))
    batch_loss = squares.mean()
    batch_loss.backward()
    network.optimiser.step()
    return batch_loss.item()
