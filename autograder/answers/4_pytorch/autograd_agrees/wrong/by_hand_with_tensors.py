# diagnosis: not_by_autograd
def torch_gradients(weights, X, Y):
    ones = torch.ones(1, X.shape[1], dtype=torch.float64)
    layers = [torch.tensor(X)]
    for W in weights:
        layers.append(torch.relu(torch.tensor(W) @ torch.vstack([ones, layers[-1]])))
    slopes, blame = [], layers[-1] - torch.tensor(Y)
    for k in (2, 1, 0):
        blame = (layers[k + 1] > 0) * blame
        slopes.insert(0, (2 / X.shape[1] * blame @ torch.vstack([ones, layers[k]]).T).numpy())
        blame = torch.tensor(weights[k])[:, 1:].T @ blame
    return slopes
