# diagnosis: stops_on_flat_ground
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    W, V = np.array(W, dtype=float), 0.0
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        V = np.where(np.asarray(slope) == 0, 0.0, beta * V - eta * slope)
        W = W + V
        path.append(W)
    return np.array(path)
