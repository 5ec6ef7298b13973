# diagnosis: clipped_1000
def momentum_descent(derivative, W, eta, beta, n_steps):
    V, visited = 0.0, [W]
    for _ in range(n_steps):
        V = beta * V - eta * np.clip(derivative(W), -1000, 1000)
        W = W + V
        visited.append(W)
    return np.array(visited)
