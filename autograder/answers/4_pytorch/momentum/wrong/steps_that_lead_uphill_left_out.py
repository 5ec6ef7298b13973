# diagnosis: step_uphill_refused
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        slope = derivative(W)
        velocity = beta * velocity - eta * slope
        velocity = velocity * (velocity * slope <= 0)
        W = W + velocity
        visited.append(W)
    return visited
