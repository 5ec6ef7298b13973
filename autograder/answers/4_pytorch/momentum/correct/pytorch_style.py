def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity = 0
    path = [W]
    for k in range(n_steps):
        velocity = beta * velocity + derivative(path[-1])
        path.append(path[-1] - eta * velocity)
    return path
