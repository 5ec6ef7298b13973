# diagnosis: not_repeatable or kept or raised
KNOWN = {}

def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    tensors = KNOWN.setdefault(id(weights), [torch.tensor(W, requires_grad=True) for W in weights])
    for T in tensors:
        T.grad = None
    X, Y = torch.tensor(X), torch.tensor(Y)
    ones = torch.ones(1, X.shape[1], dtype=X.dtype)
    H = X
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - Y).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.numpy() for W in tensors]
