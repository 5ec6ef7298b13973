# diagnosis: slope_not_renewed
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    slope = derivative(W)
    for _ in range(n_steps):
        W = W - eta * slope
        visited.append(W)
    return np.array(visited)
