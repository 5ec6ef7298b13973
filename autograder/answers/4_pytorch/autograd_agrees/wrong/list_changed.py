# diagnosis: damages_list
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    for k in range(3):
        weights[k] = torch.tensor(weights[k], requires_grad=True)
    tensors = weights
    H = torch.tensor(X)
    for W in tensors:
        H = torch.vstack([torch.ones(1, H.shape[1], dtype=H.dtype), H])
        H = torch.relu(W @ H)
    loss = (H - torch.tensor(Y)).square().sum() / X.shape[1]
    loss.backward()
    return [W.grad.numpy() for W in tensors]
