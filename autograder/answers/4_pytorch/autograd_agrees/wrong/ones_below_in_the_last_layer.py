# diagnosis: ones_below_in_the_last
# points: 0.5
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones, H = torch.ones(1, X.shape[1], dtype=torch.float64), torch.tensor(X)
    for W in tensors[:2]:
        H = torch.relu(W @ torch.vstack([ones, H]))
    H = torch.relu(tensors[2] @ torch.vstack([H, ones]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in tensors]
