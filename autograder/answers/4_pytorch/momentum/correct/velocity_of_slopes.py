def momentum_descent(derivative, W, eta, beta, n_steps):
    speed, path = 0, [W]
    for _ in range(n_steps):
        speed = beta * speed + derivative(path[-1])
        path.append(path[-1] - eta * speed)
    return np.array(path)
