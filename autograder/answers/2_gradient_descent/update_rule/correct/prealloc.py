def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W, dtype=float)
    path = np.zeros((n_steps + 1,) + W.shape)
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * np.asarray(derivative(path[k].copy()))
    return path
