# diagnosis: raised
def momentum_descent(derivative, W, eta, beta, n_steps):
    """All weights that gradient descent with momentum visits, the start first."""
    flat = np.ravel(np.asarray(W, dtype=float))
    columns = []
    for w in flat:
        v, path = 0.0, [w]
        for _ in range(n_steps):
            v = beta * v - eta * float(derivative(path[-1]))
            path.append(path[-1] + v)
        columns.append(path)
    return np.array(columns).T.reshape((n_steps + 1,) + np.shape(W))
