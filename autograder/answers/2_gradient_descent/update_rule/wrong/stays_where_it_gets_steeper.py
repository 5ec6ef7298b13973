# diagnosis: stops_on_a_rise
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        ahead = path[-1] - eta * derivative(path[-1])
        steeper = np.abs(derivative(ahead)) > np.abs(derivative(path[-1]))
        path.append(np.where(steeper, path[-1], ahead))
    return np.array(path)
