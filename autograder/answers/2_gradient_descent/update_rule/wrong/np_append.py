# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = np.array([W], dtype=float)
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path = np.append(path, W)
    return path
