# diagnosis: one_place_back
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W[:, 1:], requires_grad=True) for W in weights]
    bs = [torch.tensor(W[:, :1], requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W, b in zip(ws, bs):
        H = torch.relu(W @ H + b)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [np.hstack([W.grad.numpy(), b.grad.numpy()]) for W, b in zip(ws, bs)]
