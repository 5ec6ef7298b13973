# diagnosis: one_step_too_many
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = [W]
    for _ in range(n_steps + 1):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)
