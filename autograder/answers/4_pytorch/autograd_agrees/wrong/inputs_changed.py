# diagnosis: damages_input
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    H = torch.from_numpy(X)
    H += 1
    H -= 1
    H *= 1.0000001
    for W in tensors:
        H = torch.relu(W @ torch.vstack([ones, H]))
    mean_loss = (H - torch.tensor(Y)).square().sum(dim=0).mean()
    mean_loss.backward()
    return [W.grad.numpy() for W in tensors]
