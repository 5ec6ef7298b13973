# diagnosis: other_valley
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        V = beta * V - eta * slope
        V = np.where(V * slope > 0, 0.0, V)
        W = W + V
        path.append(W)
    return np.array(path)
