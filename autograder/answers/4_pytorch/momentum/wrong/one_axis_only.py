# diagnosis: raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    n = len(W) if np.ndim(W) else 1
    path = np.zeros((n_steps + 1, n))
    path[0] = W
    V = 0.0
    for k in range(n_steps):
        V = beta * V - eta * derivative(path[k])
        path[k + 1] = path[k] + V
    return path if np.ndim(W) else path[:, 0]
