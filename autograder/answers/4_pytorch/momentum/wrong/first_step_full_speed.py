# diagnosis: first_step_at_full_speed
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    V = -eta * derivative(W)
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)
