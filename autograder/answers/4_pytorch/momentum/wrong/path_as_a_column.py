# diagnosis: wrong_shape
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        velocity = beta * velocity - eta * derivative(visited[-1])
        visited.append(visited[-1] + velocity)
    return np.stack([np.ravel(one) for one in visited])
