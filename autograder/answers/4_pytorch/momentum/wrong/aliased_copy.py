# diagnosis: aliased
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W += V
        path.append(W)
    return path
