# diagnosis: steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        d = np.asarray(derivative(W))
        d *= eta
        W = W - d
        visited.append(W)
    return np.array(visited)
