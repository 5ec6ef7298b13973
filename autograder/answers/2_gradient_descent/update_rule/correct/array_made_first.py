def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W, dtype=float)
    path = np.empty((n_steps + 1, *W.shape))
    path[0] = W
    for step in range(n_steps):
        path[step + 1] = path[step] - eta * derivative(path[step])
    return path
