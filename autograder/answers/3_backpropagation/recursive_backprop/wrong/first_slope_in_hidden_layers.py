# diagnosis: hidden_first_slope_for_all
# points: 2
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix, a list like weights."""
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    error = H[-1] - Y
    C = activations[-1](N[-1], deriv=True) * error
    slopes = [2 / X.shape[1] * C @ H[-2].T]
    for k in range(len(weights) - 2, -1, -1):
        C = activations[0](N[k], deriv=True) * (weights[k + 1].T @ C)
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
    return slopes
