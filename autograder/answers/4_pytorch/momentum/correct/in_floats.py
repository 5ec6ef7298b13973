def momentum_descent(derivative, W, eta, beta, n_steps):
    W = np.asarray(W, dtype=np.float64)
    V = np.zeros_like(W)
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)
