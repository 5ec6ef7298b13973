# diagnosis: wrong_value
V = 0.0


def momentum_descent(derivative, W, eta, beta, n_steps):
    global V
    visited = [W]
    for _ in range(n_steps):
        if np.shape(V) not in ((), np.shape(W)):
            V = 0.0
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    return np.array(visited)
