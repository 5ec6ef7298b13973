# diagnosis: wrong_shape
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = np.array(W)
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path = np.append(path, W)
    return path
