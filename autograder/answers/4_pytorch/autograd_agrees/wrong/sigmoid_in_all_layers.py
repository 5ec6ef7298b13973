# diagnosis: sigmoid
# points: 0.5
def torch_gradients(weights, X, Y):
    matrices = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layer = torch.tensor(X)
    for W in matrices:
        layer = torch.sigmoid(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in matrices]
