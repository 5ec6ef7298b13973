# diagnosis: wrong_shape
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    biases = [torch.tensor(W[:, :1]) for W in weights]
    ws = [torch.tensor(W[:, 1:], requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W, b in zip(ws, biases):
        H = torch.relu(W @ H + b)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]
