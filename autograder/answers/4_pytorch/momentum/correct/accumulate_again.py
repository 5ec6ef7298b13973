def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    from itertools import accumulate

    def step(state, _):
        w, v = state
        v = beta * v - eta * derivative(w)
        return w + v, v

    w0 = np.array(W, dtype=float)
    return np.array([w for w, _ in accumulate(range(n_steps), step, initial=(w0, 0.0))])
