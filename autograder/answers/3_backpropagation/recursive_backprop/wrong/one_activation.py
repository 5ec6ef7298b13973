# diagnosis: first_activation_for_all
def recursive_gradients(weights, activations, X, Y):
    sigma = activations[0]
    H, N = [X], []
    for W in weights:
        N.append(W @ H[-1])
        H.append(sigma(N[-1]))
    slopes = [None] * len(weights)
    blame = H[-1] - Y
    for k in reversed(range(len(weights))):
        C = sigma(N[k], deriv=True) * blame
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
        blame = weights[k].T @ C
    return slopes
