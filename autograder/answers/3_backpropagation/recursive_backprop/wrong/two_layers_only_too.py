# diagnosis: raised
def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]
    if len(weights) == 1:
        (W,), (s,) = weights, activations
        C = s(W @ X, deriv=True) * (s(W @ X) - Y)
        return [2 / n * C @ X.T]
    W, V = weights
    s, t = activations
    N1 = W @ X
    H1 = s(N1)
    N2 = V @ H1
    C2 = t(N2, deriv=True) * (t(N2) - Y)
    C1 = s(N1, deriv=True) * (V.T @ C2)
    return [2 / n * C1 @ X.T, 2 / n * C2 @ H1.T]
