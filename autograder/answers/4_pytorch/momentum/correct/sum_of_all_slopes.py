def momentum_descent(derivative, W, eta, beta, n_steps):
    slopes, path = [], [W]
    for k in range(n_steps):
        slopes.append(derivative(path[-1]))
        step = sum(beta ** (k - j) * slope for j, slope in enumerate(slopes))
        path.append(path[-1] - eta * step)
    return np.array(path)
