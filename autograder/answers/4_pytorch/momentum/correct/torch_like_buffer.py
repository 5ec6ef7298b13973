def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = W if np.isscalar(W) else np.array(W, dtype=float)
    buffer, visited = 0.0, [W]
    for step in range(1, n_steps + 1):
        buffer = beta * buffer + derivative(W)
        W = W - eta * buffer
        visited += [W]
    return np.array(visited, dtype=float)
