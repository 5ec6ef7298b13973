def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = [np.array(W, dtype=float)]
    for k in range(n_steps):
        last_move = path[-1] - path[-2] if k else 0.0
        path.append(path[-1] + beta * last_move - eta * np.asarray(derivative(path[-1])))
    return np.array(path)
