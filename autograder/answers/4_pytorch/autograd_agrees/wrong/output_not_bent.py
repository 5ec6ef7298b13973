# diagnosis: output_not_bent
def torch_gradients(weights, X, Y):
    W1, W2, W3 = (torch.tensor(W, requires_grad=True) for W in weights)
    ones = torch.ones((1, X.shape[1]), dtype=torch.float64)
    H = torch.relu(W1 @ torch.vstack([ones, torch.tensor(X)]))
    H = torch.relu(W2 @ torch.vstack([ones, H]))
    value = ((W3 @ torch.vstack([ones, H]) - torch.tensor(Y)) ** 2).sum(dim=0).mean()
    value.backward()
    return [W1.grad.numpy(), W2.grad.numpy(), W3.grad.numpy()]
