# diagnosis: result_kept
PATH = []

def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    PATH.clear()
    PATH.append(W)
    V = 0.0
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        PATH.append(W)
    return PATH
