# diagnosis: inputs_absolute
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(np.abs(X))
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.numpy() for W in tensors]
