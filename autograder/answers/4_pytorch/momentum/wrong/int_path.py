# diagnosis: whole_weights
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W)
    path = np.empty((n_steps + 1, *W.shape), dtype=W.dtype)
    path[0] = W
    V = np.zeros(W.shape)
    for k in range(n_steps):
        V = beta * V - eta * np.asarray(derivative(path[k].copy()))
        path[k + 1] = path[k] + V
    return path
