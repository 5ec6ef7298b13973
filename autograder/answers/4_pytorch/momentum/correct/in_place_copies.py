def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    w = np.array(W, dtype=np.float64)
    v = np.zeros_like(w)
    history = [w.copy()]
    for step in range(n_steps):
        g = np.array(derivative(w.copy()), dtype=np.float64)
        v = v * beta
        v = v - eta * g
        w = w + v
        history.append(w.copy())
    return np.array(history)
