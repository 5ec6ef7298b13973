def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        here = path[-1].copy()
        slope = derivative(path[-1].copy()[()])
        here -= eta * slope
        path.append(here)
    return np.array(path)
