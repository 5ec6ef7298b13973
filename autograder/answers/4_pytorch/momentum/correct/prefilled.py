def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    start = np.asarray(W, dtype=np.float64)
    path = np.zeros((n_steps + 1,) + start.shape)
    path[0] = start
    V = np.zeros(start.shape)
    for k in range(n_steps):
        V = beta * V - eta * np.asarray(derivative(path[k].copy()))
        path[k + 1] = path[k] + V
    return path
