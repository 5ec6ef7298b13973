# diagnosis: plain
# points: 0.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        velocity = 0.0
        velocity = beta * velocity - eta * derivative(W)
        W = W + velocity
        visited.append(W)
    return np.array(visited)
