# diagnosis: reversed
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    while len(visited) <= n_steps:
        visited.insert(0, visited[0] - eta * derivative(visited[0]))
    return np.array(visited)
