# diagnosis: activation_of_the_layer_above
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    slopes = [None] * K
    C = activations[-1](N[-1], deriv=True) * (H[-1] - Y)
    slopes[-1] = 2 / X.shape[1] * C @ H[-2].T
    for k in range(K - 2, -1, -1):
        C = activations[k + 1](N[k], deriv=True) * (weights[k + 1].T @ C)
        slopes[k] = 2 / X.shape[1] * C @ H[k].T
    return slopes
