def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = [W]
    V = 0
    while len(path) <= n_steps:
        V = beta * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.stack([np.asarray(w, dtype=float) for w in path])
