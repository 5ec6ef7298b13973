# diagnosis: hidden_sigmoid
def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    W1, W2, W3 = [torch.tensor(W, requires_grad=True) for W in weights]
    x, y = torch.tensor(X), torch.tensor(Y)
    ones = torch.ones(1, x.shape[1], dtype=x.dtype)
    H1 = torch.sigmoid(W1 @ torch.vstack([ones, x]))
    H2 = torch.sigmoid(W2 @ torch.vstack([ones, H1]))
    Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
    L = ((Y_pred - y) ** 2).sum(dim=0).mean()
    L.backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
