def momentum_descent(derivative, W, eta, beta, n_steps):
    path = np.empty((n_steps + 1, *np.shape(W)))
    path[0] = W
    V = np.zeros(np.shape(W))
    for k in range(n_steps):
        V = beta * V - eta * derivative(path[k])
        path[k + 1] = path[k] + V
    return path
