# diagnosis: slope_at_activation
def recursive_gradients(weights, activations, X, Y):
    H = [X]
    for W, activation in zip(weights, activations):
        H.append(activation(W @ H[-1]))
    blame = H[-1] - Y
    slopes = [None] * len(weights)
    for k in reversed(range(len(weights))):
        C = activations[k](H[k + 1], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes
