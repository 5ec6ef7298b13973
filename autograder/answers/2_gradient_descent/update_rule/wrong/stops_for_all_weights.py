# diagnosis: stopped_by_another
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        if np.all(np.isfinite(W)):
            W = W - eta * derivative(W)
        visited.append(W)
    return np.array(visited)
