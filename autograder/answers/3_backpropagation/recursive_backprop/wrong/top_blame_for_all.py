# diagnosis: wrong_value
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    C_top = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    slopes = [2 / X.shape[1] * C_top @ H[K - 1].T]
    for k in range(K - 2, -1, -1):
        W = weights[k + 1]
        C = activations[k](N[k], deriv=True) * (W.T @ C_top[: W.shape[0]])
        slopes.insert(0, 2 / X.shape[1] * C @ H[k].T)
    return slopes
