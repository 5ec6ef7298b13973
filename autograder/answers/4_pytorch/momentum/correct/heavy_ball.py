def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    previous, current = W, W
    out = [current]
    for i in range(n_steps):
        nxt = current - eta * derivative(current) + beta * (current - previous)
        previous, current = current, nxt
        out.append(current)
    return np.asarray(out, dtype=float)
