# diagnosis: biases_of_the_first_layer_only
# points: 0.5
def torch_gradients(weights, X, Y):
    first, second, third = tensors = [torch.tensor(W, requires_grad=True) for W in weights]
    H = torch.relu(first[:, :1] + first[:, 1:] @ torch.tensor(X))
    H = torch.relu(second[:, 1:] @ H)
    H = torch.relu(third[:, 1:] @ H)
    ((H - torch.tensor(Y)) ** 2).sum(dim=0).mean().backward()
    return [W.grad.numpy() for W in tensors]
