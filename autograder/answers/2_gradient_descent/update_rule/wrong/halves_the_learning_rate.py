# diagnosis: overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        ahead = path[-1] - eta * derivative(path[-1])
        if np.linalg.norm(derivative(ahead)) > np.linalg.norm(derivative(path[-1])):
            eta = eta / 2
            ahead = path[-1] - eta * derivative(path[-1])
        path.append(ahead)
    return np.array(path)
