def torch_gradients(weights, X, Y):
    tensors = [torch.from_numpy(W.copy()).requires_grad_() for W in weights]
    H = torch.from_numpy(np.array(X))
    for W in tensors:
        H = nn.functional.relu(W[:, 1:] @ H + W[:, :1])
    value = Y.shape[0] * nn.functional.mse_loss(H, torch.from_numpy(np.array(Y)))
    return [slope.numpy() for slope in torch.autograd.grad(value, tensors)]
