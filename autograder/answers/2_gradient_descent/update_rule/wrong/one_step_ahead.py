# diagnosis: start_stepped_over
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = []
    while len(path) <= n_steps:
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
