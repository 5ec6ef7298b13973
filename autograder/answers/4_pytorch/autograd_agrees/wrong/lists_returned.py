# diagnosis: not_arrays
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.tolist() for W in tensors]
