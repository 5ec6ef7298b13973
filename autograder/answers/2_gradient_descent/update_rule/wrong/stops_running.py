# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        if np.any(np.abs(W) > 1e6):
            break
        visited.append(W)
    return np.array(visited)
