# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
        if 0 < np.max(np.abs(path[-1] - path[-2])) < 1e-6:
            break
    return np.array(path)
