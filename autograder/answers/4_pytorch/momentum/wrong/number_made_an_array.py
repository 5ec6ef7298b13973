# diagnosis: wrong_shape
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    visited = np.zeros((n_steps + 1, *np.atleast_1d(W).shape))
    visited[0] = W
    velocity = np.zeros_like(visited[0])
    for step in range(n_steps):
        velocity = beta * velocity - eta * derivative(visited[step])
        visited[step + 1] = visited[step] + velocity
    return visited
