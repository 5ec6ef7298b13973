# diagnosis: sign_flipped
def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    N, H = [], [X]
    for W, s in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(s(N[-1]))
    slopes = [None] * len(weights)
    blame = Y - H[-1]
    for k in reversed(range(len(weights))):
        C = activations[k](N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes
