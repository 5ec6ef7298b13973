# diagnosis: small_weights
def momentum_descent(derivative, W, eta, beta, n_steps):
    V, path = 0.0, [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        if np.all(np.abs(V) < 1e-8):
            V = 0.0 * V
        W = W + V
        path.append(W)
    return np.array(path)
