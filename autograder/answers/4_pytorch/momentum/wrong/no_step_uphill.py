# diagnosis: other_valley
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        if np.all(np.abs(derivative(W + V)) <= 2 * np.abs(derivative(W)) + 1):
            W = W + V
        visited.append(W)
    return np.array(visited)
