def training_step(network, X_batch, Y_batch):
    def closure():
        network.zero_grad()
        off = network.forward(X_batch, return_torch=True) - torch.tensor(Y_batch, dtype=torch.float32)
        value = torch.einsum("in,in->", off, off) / off.shape[1]
        value.backward()
        return value

    return network.optimiser.step(closure).item()
