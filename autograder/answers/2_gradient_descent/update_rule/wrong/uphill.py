# diagnosis: uphill
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    visited = [W]
    for _ in range(n_steps):
        W = W + eta * derivative(W)
        visited.append(W)
    return np.array(visited)
