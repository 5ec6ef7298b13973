# diagnosis: damages_input
last = []


def recursive_gradients(weights, activations, X, Y):
    N, H = [], [X]
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes, blame = [None] * len(weights), H[-1] - Y
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    for old in last:
        if old is not weights[0]:
            old[...] = 0
    last[:] = [weights[0]]
    return slopes
