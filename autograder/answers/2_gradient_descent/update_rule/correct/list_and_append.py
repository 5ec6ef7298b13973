def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        path.append(path[-1] - eta * derivative(path[-1]))
    return np.array(path)
