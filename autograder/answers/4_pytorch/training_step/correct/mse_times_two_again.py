def training_step(network, X_batch, Y_batch):
    """One step of the network's optimiser on a batch; the loss before it, m²."""
    from torch.nn import functional as F

    prediction = network.forward(X_batch, return_torch=True)
    truth = torch.tensor(Y_batch).to(prediction.dtype)
    value = F.mse_loss(prediction, truth) * truth.shape[0]
    network.zero_grad()
    value.backward()
    network.optimiser.step()
    return value.detach().numpy().item()
