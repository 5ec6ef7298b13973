# diagnosis: hidden_slope_missing
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for k in range(len(weights)):
        N.append(weights[k] @ H[k])
        H.append(activations[k](N[k]))

    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = blame if k < len(weights) - 1 else activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes
