def gradient_descent(derivative, W, eta, n_steps):
    path = (W,)
    for _ in range(n_steps):
        path += (np.subtract(path[-1], np.multiply(eta, derivative(path[-1]))),)
    return path
