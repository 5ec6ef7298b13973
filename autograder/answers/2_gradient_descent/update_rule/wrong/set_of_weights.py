# diagnosis: wrong_type
# points: 0
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = {W}
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.add(W)
    return path
