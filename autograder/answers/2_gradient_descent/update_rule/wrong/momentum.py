# diagnosis: overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path, velocity = [W], 0.0
    for _ in range(n_steps):
        velocity = 0.1 * velocity - eta * derivative(W)
        W = W + velocity
        path.append(W)
    return np.array(path)
