# diagnosis: all_zero
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    ws = [torch.tensor(W[:, 1:], requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in ws:
        H = torch.relu(W @ H)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [np.hstack([np.zeros((W.shape[0], 1)), W.grad.numpy()]) for W in ws]
