# diagnosis: damages_input
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.from_numpy(W).requires_grad_() for W in weights]
    optimiser = torch.optim.SGD(ws, lr=0.01)
    H = torch.tensor(X, dtype=torch.float64)
    for W in ws:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=torch.float64), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    optimiser.step()
    return [W.grad.numpy() for W in ws]
