# diagnosis: fixed_numbers
# points: 0
def momentum_descent(derivative, W, eta, beta, n_steps):
    eta = 0.02
    beta = 0.85
    velocity, visited = 0.0, [W]
    for _ in range(n_steps):
        velocity = beta * velocity - eta * derivative(visited[-1])
        visited.append(visited[-1] + velocity)
    return np.array(visited)
