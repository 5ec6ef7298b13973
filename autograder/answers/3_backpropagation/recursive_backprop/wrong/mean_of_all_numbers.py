# diagnosis: mean_over_outputs
# points: 1
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, bend in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(bend(N[-1]))
    K = len(weights)
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    for k in range(K - 1, -1, -1):
        slopes[k] = 2 / Y.size * (C @ H[k].T)
        if k > 0:
            C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes
