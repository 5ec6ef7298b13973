def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    W = {k: weights[k - 1] for k in range(1, K + 1)}
    sigma = {k: activations[k - 1] for k in range(1, K + 1)}
    H, N, C, dLdW = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = np.matmul(W[k], H[k - 1])
        H[k] = sigma[k](N[k])
    C[K] = sigma[K](N[K], deriv=True) * (H[K] - Y)
    for k in range(K - 1, 0, -1):
        C[k] = sigma[k](N[k], deriv=True) * np.matmul(W[k + 1].T, C[k + 1])
    for k in range(1, K + 1):
        dLdW[k] = 2.0 / np.size(X, 1) * np.matmul(C[k], H[k - 1].T)
    return [dLdW[k] for k in range(1, K + 1)]
