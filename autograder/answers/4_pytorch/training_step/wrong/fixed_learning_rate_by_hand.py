# diagnosis: other_learning_rate
def training_step(network, X_batch, Y_batch):
    network.zero_grad()
    Y_pred = network.forward(X_batch, return_torch=True)
    value = ((Y_pred - torch.tensor(Y_batch, dtype=torch.float32)) ** 2).sum(dim=0).mean()
    value.backward()
    with torch.no_grad():
        for parameter in network.parameters():
            parameter -= sgd_lr * parameter.grad
    return value.item()
