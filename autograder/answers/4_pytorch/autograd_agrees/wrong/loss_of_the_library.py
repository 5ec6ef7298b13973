# diagnosis: averaged_over_outputs
# points: 1
def torch_gradients(weights, X, Y):
    tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.tensor(X)
    for W in tensors:
        H = torch.relu(W @ torch.cat([torch.ones(1, X.shape[1], dtype=H.dtype), H]))
    nn.functional.mse_loss(H, torch.tensor(Y)).backward()
    return [W.grad.numpy() for W in tensors]
