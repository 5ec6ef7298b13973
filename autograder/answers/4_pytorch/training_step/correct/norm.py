def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    opt = network.optimiser
    y = network.forward(X_batch, True)
    t = torch.from_numpy(np.array(Y_batch)).to(y.dtype)
    loss = torch.mean(torch.sum(torch.square(y - t), 0))
    value = loss.item()
    opt.zero_grad(set_to_none=True)
    loss.backward()
    opt.step()
    return value
