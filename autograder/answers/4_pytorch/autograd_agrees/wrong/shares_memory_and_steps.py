# diagnosis: damages_input
def torch_gradients(weights, X, Y):
    tensors = [torch.from_numpy(W).requires_grad_() for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    with torch.no_grad():
        for W in tensors:
            W -= 0.1 * W.grad
    return [W.grad.numpy() for W in tensors]
