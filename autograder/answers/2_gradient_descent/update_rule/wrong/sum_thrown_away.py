# diagnosis: start_only
# points: 0
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = [W]
    for _ in range(n_steps):
        step = eta * derivative(W)
        W - step
        path.append(W)
    return np.stack(path)
