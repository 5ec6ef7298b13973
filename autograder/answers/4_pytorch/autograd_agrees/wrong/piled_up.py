# diagnosis: piled_up
_kept = {}


def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    key = tuple(W.shape for W in weights)
    if key not in _kept:
        _kept[key] = [torch.zeros(W.shape, dtype=torch.float64, requires_grad=True) for W in weights]
    ws = _kept[key]
    with torch.no_grad():
        for w, W in zip(ws, weights):
            w.copy_(torch.tensor(W))
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]
