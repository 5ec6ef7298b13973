# diagnosis: not_one_a_matrix
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss with respect to every weight matrix, from the first layer to the last."""
    H, N = [X], []
    for W, act in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(act(N[-1]))
    last = len(weights) - 1
    C = activations[last](N[last], deriv=True) * (H[-1] - Y)
    slopes = []
    for k in range(last, 0, -1):
        slopes.append(2 / X.shape[1] * C @ H[k].T)
        C = activations[k - 1](N[k - 1], deriv=True) * (weights[k].T @ C)
    return slopes[::-1]
