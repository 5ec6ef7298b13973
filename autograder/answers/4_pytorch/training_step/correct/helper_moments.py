def _squared_distances(network, X, Y):
    Y_pred = network.forward(X, return_torch=True)
    Y = torch.tensor(Y, dtype=torch.float32)
    return [torch.dot(Y_pred[:, n] - Y[:, n], Y_pred[:, n] - Y[:, n]) for n in range(Y.shape[1])]


def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad(set_to_none=False)
    distances = _squared_distances(network, X_batch, Y_batch)
    total = sum(distances) / len(distances)
    total.backward()
    network.optimiser.step()
    return total.tolist()
