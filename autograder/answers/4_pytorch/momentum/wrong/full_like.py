# diagnosis: whole_weights
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = np.repeat(np.asarray(W)[None], n_steps + 1, axis=0)
    V = np.zeros(np.shape(W))
    for k in range(1, n_steps + 1):
        V = beta * V - eta * np.asarray(derivative(path[k - 1]))
        path[k] = path[k - 1] + V
    return path
