def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    H, N, C, slopes = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = np.dot(weights[k - 1], H[k - 1])
        H[k] = activations[k - 1](N[k])
    C[K] = activations[K - 1](N[K], deriv=True) * (H[K] - Y)
    for k in range(K - 1, 0, -1):
        C[k] = activations[k - 1](N[k], deriv=True) * np.dot(weights[k].T, C[k + 1])
    for k in range(1, K + 1):
        slopes[k] = 2 / X.shape[1] * np.dot(C[k], H[k - 1].T)
    return [slopes[k] for k in range(1, K + 1)]
