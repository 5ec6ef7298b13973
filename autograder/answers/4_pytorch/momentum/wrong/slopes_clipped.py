# diagnosis: clipped_10
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * np.clip(derivative(W), -10, 10)
        W = W + V
        visited.append(W)
    return np.array(visited)
