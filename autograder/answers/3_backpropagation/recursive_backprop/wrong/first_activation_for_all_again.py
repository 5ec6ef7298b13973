# diagnosis: first_activation_for_all
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    sigma = activations[0]
    N, H = [], [X]
    for W in weights:
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))
    slopes = [None] * len(weights)
    C = sigma(N[-1], deriv=True) * (H[-1] - Y)
    for k in reversed(range(len(weights))):
        slopes[k] = 2 / X.shape[1] * (C @ H[k].T)
        if k > 0:
            C = sigma(N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes
