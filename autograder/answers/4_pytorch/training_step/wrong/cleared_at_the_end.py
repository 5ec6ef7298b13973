# diagnosis: not_cleared_first
def training_step(network, X_batch, Y_batch):
    guess = network.forward(X_batch, return_torch=True)
    truth = torch.tensor(Y_batch, dtype=torch.float32)
    J = torch.sum((truth - guess) ** 2) / X_batch.shape[1]
    J.backward()
    network.optimiser.step()
    network.optimiser.zero_grad()
    return J.item()
