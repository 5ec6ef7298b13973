# diagnosis: output_not_bent
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for k, W in enumerate(ws):
        H = W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H])
        if k < 2:
            H = torch.relu(H)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]
