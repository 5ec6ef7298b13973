# diagnosis: wrong_shape
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    path = W
    V = np.zeros(W.shape)
    for k in range(n_steps):
        V = beta * V - eta * np.asarray(derivative(W))
        W = W + V
        path = np.append(path, W)
    return path
