# diagnosis: transposed
# points: 1
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.cat([torch.ones(1, X.shape[1], dtype=H.dtype), H]))
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.T.numpy() for W in tensors]
