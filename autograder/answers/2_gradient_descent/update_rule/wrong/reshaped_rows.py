# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path).reshape(n_steps + 1, -1)
