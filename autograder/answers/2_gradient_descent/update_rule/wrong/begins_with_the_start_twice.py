# diagnosis: start_twice
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        visited.append(W)
        W = W - eta * derivative(W)
    visited.append(W)
    return np.array(visited)
