# diagnosis: inputs_bent
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = W @ torch.vstack([ones, torch.relu(H)])
    L = (torch.relu(H) - torch.tensor(Y)).square().sum(dim=0).mean()
    L.backward()
    return [W.grad.numpy() for W in tensors]
