# diagnosis: wrong_value
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights]
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    (H - torch.tensor(Y)).norm(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]
