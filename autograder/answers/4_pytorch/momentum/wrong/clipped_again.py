# diagnosis: clipped_10
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * np.clip(derivative(W), -10, 10)
        W = W + V
        path.append(W)
    return np.array(path)
