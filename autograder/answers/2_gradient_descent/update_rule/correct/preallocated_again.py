def gradient_descent(derivative, W, eta, n_steps):
    path = np.empty((n_steps + 1, *np.shape(W)), dtype=float)
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * derivative(path[k].copy() if np.ndim(W) else float(path[k]))
    return path
