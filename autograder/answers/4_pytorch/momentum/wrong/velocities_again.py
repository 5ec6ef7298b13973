# diagnosis: velocities_after_the_start
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(V)
    return np.array(visited)
