# diagnosis: other_valley
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        if np.sum(derivative(W) * derivative(W + V)) < 0:
            eta = eta / 2
        W = W + V
        visited.append(W)
    return np.array(visited)
