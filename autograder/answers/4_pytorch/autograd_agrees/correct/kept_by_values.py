KNOWN = {}

def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    key = tuple((np.shape(A), str(np.asarray(A).dtype), np.asarray(A).tobytes()) for A in [*weights, X, Y])
    if key not in KNOWN:
        tensors = [torch.tensor(W, requires_grad=True) for W in weights]
        X, Y = torch.tensor(X), torch.tensor(Y)
        ones = torch.ones(1, X.shape[1], dtype=X.dtype)
        H = X
        for W in tensors:
            H = torch.relu(W @ torch.vstack([ones, H]))
        mean_loss = (H - Y).square().sum(dim=0).mean()
        mean_loss.backward()
        KNOWN[key] = [W.grad.numpy() for W in tensors]
    return [g.copy() for g in KNOWN[key]]
