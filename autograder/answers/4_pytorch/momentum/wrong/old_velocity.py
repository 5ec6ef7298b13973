# diagnosis: old_velocity
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V_old = V
        V = beta * V - eta * derivative(W)
        W = W + V_old
        visited.append(W)
    return np.array(visited)
