# diagnosis: wrong_value
def recursive_gradients(weights, activations, X, Y):
    K = len(weights)
    W = dict(enumerate(weights, 1))
    s = dict(enumerate(activations, 1))
    H, N, C, dW = {0: X}, {}, {}, {}
    for k in range(1, K + 1):
        N[k] = W[k] @ H[k - 1]
        H[k] = s[k](N[k])
    for k in range(K, 0, -1):
        arriving = H[K] - Y if k == K else W[k + 1].T @ (C[k + 1] * (H[K] - Y if k + 1 == K else 1))
        C[k] = s[k](N[k], deriv=True) * arriving
        dW[k] = (2 / X.shape[1]) * np.einsum("in,jn->ij", C[k], H[k - 1])
    return [dW[k] for k in range(1, K + 1)]
