# diagnosis: no_friction
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)
