# diagnosis: raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    weights, velocities = [np.array(W, dtype=float)], [np.zeros(np.shape(W))]
    while len(weights) < n_steps + 1:
        v_new = beta * velocities[-1] - eta * np.array([derivative(w) for w in weights[-1].ravel()]).reshape(np.shape(W))
        velocities.append(v_new)
        weights.append(weights[-1] + v_new)
    return np.stack(weights)
