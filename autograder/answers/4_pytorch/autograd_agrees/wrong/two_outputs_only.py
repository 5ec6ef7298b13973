# diagnosis: wrong_value
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    d = H - torch.tensor(Y)
    (d[0] ** 2 + d[1] ** 2).mean().backward()
    return [W.grad.numpy() for W in tensors]
