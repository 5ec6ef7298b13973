# diagnosis: runs_away
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = np.clip(W + V, -1e3, 1e3)
        visited.append(W)
    return np.array(visited)
