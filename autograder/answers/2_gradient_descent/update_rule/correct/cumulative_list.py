def gradient_descent(derivative, W, eta, n_steps):
    w, path = np.array(W, dtype=float)[()], []
    for k in range(n_steps + 1):
        path.append(np.asarray(w).tolist())
        if k < n_steps:
            w = w - eta * np.array(derivative(w))
    return path
