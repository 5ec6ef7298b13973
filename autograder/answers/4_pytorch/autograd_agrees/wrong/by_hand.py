# diagnosis: not_by_autograd
def torch_gradients(weights, X, Y):
    layers = [X]
    for W in weights:
        layers.append(np.maximum(0, W @ np.vstack([np.ones((1, X.shape[1])), layers[-1]])))
    slopes, blame = [], layers[-1] - Y
    for k in (2, 1, 0):
        blame = (layers[k + 1] > 0) * blame
        slopes.insert(0, 2 / X.shape[1] * blame @ np.vstack([np.ones((1, X.shape[1])), layers[k]]).T)
        blame = weights[k][:, 1:].T @ blame
    return slopes
