# diagnosis: old_velocity
# points: 0.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        slope = derivative(W)
        W = W + velocity
        velocity = beta * velocity - eta * slope
        visited.append(W)
    return visited
