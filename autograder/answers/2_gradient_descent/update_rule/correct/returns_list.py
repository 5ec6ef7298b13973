def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for step in range(1, n_steps + 1):
        previous = path[step - 1]
        path.append(previous - eta * derivative(previous))
    return [p.tolist() if isinstance(p, np.ndarray) else float(p) for p in path]
