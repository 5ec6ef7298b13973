# diagnosis: tensor_returned
# points: 3
def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad(set_to_none=False)
    Y = torch.tensor(np.asarray(Y_batch), dtype=torch.float64)
    Y_pred = network.forward(X_batch, return_torch=True).double()
    value = ((Y_pred[0] - Y[0]) ** 2 + (Y_pred[1] - Y[1]) ** 2).mean()
    value.backward()
    network.optimiser.step()
    return value
