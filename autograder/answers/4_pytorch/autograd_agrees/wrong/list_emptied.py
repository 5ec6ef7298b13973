# diagnosis: damages_list
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = []
    while weights:
        ws.append(torch.tensor(weights.pop(0), requires_grad=True))
    H = torch.tensor(X)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=H.dtype), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in ws]
