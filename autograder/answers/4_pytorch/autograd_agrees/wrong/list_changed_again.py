# diagnosis: damages_list
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    for k in range(3):
        weights[k] = torch.tensor(weights[k], requires_grad=True)
    H = torch.tensor(X)
    for W in weights:
        H = torch.relu(W @ torch.vstack([torch.ones(1, H.shape[1], dtype=H.dtype), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in weights]
