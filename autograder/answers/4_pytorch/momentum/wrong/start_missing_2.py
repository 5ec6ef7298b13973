# diagnosis: start_missing
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V, path = np.array(W, dtype=float), 0.0, []
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)
