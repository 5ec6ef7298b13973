# diagnosis: wrong_value
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    C = H[-1] - Y
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes
