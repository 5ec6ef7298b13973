def torch_gradients(weights, X, Y):
    """The slopes of the loss with respect to W1, W2 and W3, by autograd."""
    W1, W2, W3 = (torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights)
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H0 = torch.tensor(X, dtype=torch.float64)
    H1 = torch.relu(W1 @ torch.vstack([ones, H0]))
    H2 = torch.relu(W2 @ torch.vstack([ones, H1]))
    Y_pred = torch.relu(W3 @ torch.vstack([ones, H2]))
    loss = ((Y_pred - torch.tensor(Y, dtype=torch.float64)) ** 2).sum(dim=0).mean()
    loss.backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
