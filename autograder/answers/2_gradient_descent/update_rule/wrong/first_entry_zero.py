# diagnosis: zero_for_the_start
# points: 1
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    path = [0]
    for step in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
