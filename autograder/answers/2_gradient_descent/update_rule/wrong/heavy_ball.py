# diagnosis: uneven
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    velocity = 0.0
    for _ in range(n_steps):
        velocity = 0.5 * velocity - eta * derivative(W)
        W = W + velocity
        path.append(W)
    return np.array(path)
