# diagnosis: averaged_over_outputs
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        ones = torch.ones((1, H.shape[1]), dtype=H.dtype)
        H = torch.relu(W @ torch.vstack([ones, H]))
    value = ((H - torch.tensor(Y)) ** 2).mean()
    value.backward()
    return [W.grad.numpy() for W in tensors]
