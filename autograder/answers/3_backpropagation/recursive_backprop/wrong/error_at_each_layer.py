# diagnosis: wrong_value
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N = [X], []
    for W, activation in zip(weights, activations):
        N.append(W @ H[-1])
        H.append(activation(N[-1]))
    off = H[-1] - Y
    slopes, J = [None] * K, [None] * K
    J[K - 1] = activations[-1](N[-1], deriv=True)
    for k in range(K - 2, -1, -1):
        J[k] = activations[k](N[k], deriv=True) * (weights[k + 1].T @ (J[k + 1] * np.mean(off, axis=0)))
    slopes[K - 1] = 2 / X.shape[1] * (J[K - 1] * off) @ H[K - 1].T
    for k in range(K - 1):
        slopes[k] = 2 / X.shape[1] * (J[k] * np.mean(off, axis=0)) @ H[k].T
    return slopes
