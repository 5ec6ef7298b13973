# diagnosis: not_three
# points: 1
def torch_gradients(weights, X, Y):
    matrices = {f"W{k}": torch.tensor(W, requires_grad=True) for k, W in enumerate(weights, 1)}
    layer = torch.tensor(X)
    ones = torch.ones(1, X.shape[1], dtype=layer.dtype)
    for W in matrices.values():
        layer = torch.relu(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return {name: W.grad.numpy() for name, W in matrices.items()}
