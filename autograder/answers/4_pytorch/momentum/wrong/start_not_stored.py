# diagnosis: start_missing
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [], 0.0
    while len(path) < n_steps:
        V = beta * V - eta * derivative(W)
        W = W + V
        path += [W]
    return np.stack(path)
