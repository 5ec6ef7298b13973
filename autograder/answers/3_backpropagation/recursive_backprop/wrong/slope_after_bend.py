# diagnosis: wrong_value
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    H, N = [X], []
    for W, sigma in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))

    slopes = [None] * K
    C = activations[K - 1](N[K - 1], deriv=True) * (H[K] - Y)
    for k in reversed(range(K)):
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        if k > 0:
            C = activations[k - 1](H[k], deriv=True) * (weights[k].T @ C)
    return slopes
