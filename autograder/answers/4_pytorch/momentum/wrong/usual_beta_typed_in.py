# diagnosis: fixed_beta
# points: 0.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        velocity = 0.9 * velocity - eta * derivative(W)
        W = W + velocity
        visited.append(W)
    return np.array(visited)
