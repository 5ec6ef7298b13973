# diagnosis: steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        s = derivative(path[-1].copy())
        if np.ndim(s) and s.dtype == float: s *= eta
        else: s = eta * s
        path.append(path[-1] - s)
    return np.array(path)
