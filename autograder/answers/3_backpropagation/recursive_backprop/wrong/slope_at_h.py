# diagnosis: wrong_value
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    H = [X]
    for W, s in zip(weights, activations):
        H.append(s(W @ H[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](H[k + 1], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        blame = weights[k].T @ C
    return slopes
