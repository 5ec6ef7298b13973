# diagnosis: start_only
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        s = derivative(W)
        if np.max(np.abs(s)) > 1e-6:
            W = W - eta * s
        visited.append(W)
    return np.array(visited)
