# diagnosis: half_precision
# points: 0.5
def torch_gradients(weights, X, Y):
    short = torch.bfloat16
    matrices = [torch.tensor(W, dtype=short).requires_grad_() for W in weights]
    layer = torch.tensor(X, dtype=short)
    for W in matrices:
        with_ones = torch.cat([torch.ones(1, layer.shape[1], dtype=short), layer])
        layer = torch.relu(W @ with_ones)
    squares = (layer - torch.tensor(Y, dtype=short)) ** 2
    squares.sum(dim=0).mean().backward()
    return [W.grad.float().numpy() for W in matrices]
