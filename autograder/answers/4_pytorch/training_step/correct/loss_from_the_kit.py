def training_step(network, X_batch, Y_batch):
    from decoding import loss

    before = loss(network.forward(X_batch), Y_batch)
    network.optimiser.zero_grad()
    differences = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
    (differences**2).sum(dim=0).mean().backward()
    network.optimiser.step()
    return before
