# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        delta = -eta * derivative(W)
        W = W + delta
        path.append(W)
        if np.all(np.abs(delta) < 10):
            break
    return np.array(path)
