def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    network.optimiser.zero_grad(set_to_none=True)
    Y_pred = network.forward(X_batch, return_torch=True).double()
    Y_true = torch.tensor(np.asarray(Y_batch, dtype=float))
    L = torch.sum(torch.square(Y_pred - Y_true)) / Y_true.size(1)
    before = L.detach().numpy()[()]
    L.backward()
    network.optimiser.step()
    return before
