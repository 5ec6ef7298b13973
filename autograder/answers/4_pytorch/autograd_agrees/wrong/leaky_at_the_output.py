# diagnosis: output_leaky
# points: 1
def torch_gradients(weights, X, Y):
    matrices = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layer = torch.tensor(X)
    for bend, W in zip((torch.relu, torch.relu, nn.functional.leaky_relu), matrices):
        layer = bend(W @ torch.vstack([ones, layer]))
    ((layer - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in matrices]
