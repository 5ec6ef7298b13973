def gradient_descent(derivative, W, eta, n_steps):
    now = np.array(W, dtype=float)
    path = [now.copy()]
    for _ in range(n_steps):
        now -= eta * derivative(now)
        path.append(now.copy())
    return np.array(path)
