# diagnosis: old_velocity
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = [W]
    for _ in range(n_steps):
        W, V = W + V, beta * V - eta * derivative(W)
        path.append(W)
    return np.array(path)
