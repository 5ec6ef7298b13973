# diagnosis: whole_weights
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = np.zeros((n_steps + 1, *np.shape(W)), dtype=np.asarray(W).dtype)
    path[0] = W
    V = 0.0
    for k in range(n_steps):
        V = beta * V - eta * derivative(path[k])
        path[k + 1] = path[k] + V
    return path
