# diagnosis: truth_changed
# points: 2
def training_step(network, X_batch, Y_batch):
    Y_batch -= np.mean(Y_batch, axis=1, keepdims=True)
    network.optimiser.zero_grad()
    off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    batch_loss = off.square().sum(dim=0).mean()
    batch_loss.backward()
    network.optimiser.step()
    return float(batch_loss)
