def training_step(network, X_batch, Y_batch):
    Y_pred = network(X_batch, return_torch=True)
    off = Y_pred - torch.tensor(Y_batch).float()
    value = torch.linalg.vector_norm(off, dim=0).square().mean()
    for parameter in network.parameters():
        parameter.grad = None
    value.backward()
    network.optimiser.step()
    return value.detach().numpy()
