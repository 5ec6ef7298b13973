# diagnosis: raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    path = [float(W)]
    V = 0.0
    for _ in range(n_steps):
        V = beta * V - eta * float(derivative(path[-1]))
        path.append(path[-1] + V)
    return path
