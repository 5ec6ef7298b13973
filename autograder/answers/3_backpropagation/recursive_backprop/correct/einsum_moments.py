def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    K = len(weights)
    W = dict(enumerate(weights, 1))
    sigma = dict(enumerate(activations, 1))
    H, N, C, slopes = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = np.einsum("ij,jn->in", W[k], H[k - 1])
        H[k] = sigma[k](N[k])
    C[K] = sigma[K](N[K], deriv=True) * (H[K] - Y)
    for k in range(K - 1, 0, -1):
        C[k] = sigma[k](N[k], deriv=True) * np.einsum("ji,jn->in", W[k + 1], C[k + 1])
    for k in range(1, K + 1):
        slopes[k] = 2 / Y.shape[1] * np.einsum("in,jn->ij", C[k], H[k - 1])
    return [slopes[k] for k in range(1, K + 1)]
