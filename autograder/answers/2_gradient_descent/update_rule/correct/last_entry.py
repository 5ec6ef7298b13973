def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    while len(path) <= n_steps:
        slope = derivative(path[-1])
        path.append(path[-1] - eta * slope)
    return np.asarray(path)
