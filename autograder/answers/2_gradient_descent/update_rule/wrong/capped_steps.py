# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(min(n_steps, 1000)):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
