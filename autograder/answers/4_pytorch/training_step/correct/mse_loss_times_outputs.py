def training_step(network, X_batch, Y_batch):
    network.optimiser.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    Y = torch.from_numpy(np.array(Y_batch, dtype=np.float32))
    batch_loss = Y.shape[0] * nn.functional.mse_loss(Y_pred, Y)
    batch_loss.backward()
    network.optimiser.step()
    return float(batch_loss)
