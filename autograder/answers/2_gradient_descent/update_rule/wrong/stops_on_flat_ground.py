# diagnosis: stops_at_rest
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.array(W, dtype=float)]
    for _ in range(n_steps):
        slope = derivative(path[-1])
        if not np.any(slope):
            break
        path.append(path[-1] - eta * slope)
    return np.array(path)
