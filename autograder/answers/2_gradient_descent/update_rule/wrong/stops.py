# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        if np.max(np.abs(eta * derivative(W))) < 1e-6:
            break
        W = W - eta * derivative(W)
        visited.append(W)
    return np.array(visited)
