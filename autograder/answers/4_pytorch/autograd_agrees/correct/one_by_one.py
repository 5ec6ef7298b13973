def torch_gradients(weights, X, Y):
    W1, W2, W3 = (torch.tensor(W, dtype=torch.float64, requires_grad=True) for W in weights)
    one = torch.ones(1, X.shape[1], dtype=torch.float64)
    H1 = (W1 @ torch.cat([one, torch.tensor(X)])).clamp(min=0)
    H2 = (W2 @ torch.cat([one, H1])).clamp(min=0)
    Y_pred = (W3 @ torch.cat([one, H2])).clamp(min=0)
    (torch.sum((Y_pred - torch.tensor(Y)) ** 2) / Y.shape[1]).backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
