# diagnosis: result_kept
ROOM = np.empty(100000)

def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    if np.ndim(W):
        V = 0.0
        visited = [W]
        for _ in range(n_steps):
            V = beta * V - eta * derivative(W)
            W = W + V
            visited.append(W)
        return np.array(visited)
    V = 0.0
    ROOM[0] = W
    for k in range(n_steps):
        V = beta * V - eta * derivative(float(ROOM[k]))
        ROOM[k + 1] = ROOM[k] + V
    return ROOM[: n_steps + 1]
