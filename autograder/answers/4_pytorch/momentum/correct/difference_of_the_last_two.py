def momentum_descent(derivative, W, eta, beta, n_steps):
    path = [np.array(W, dtype=float)]
    before = path[0]
    for _ in range(n_steps):
        now = path[-1]
        path.append(now + beta * (now - before) - eta * derivative(now))
        before = now
    return np.stack(path)
