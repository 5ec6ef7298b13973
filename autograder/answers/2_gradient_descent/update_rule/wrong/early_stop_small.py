# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        change = eta * derivative(W)
        if np.all(np.abs(change) < 1e-6):
            break
        W = W - change
        path.append(W)
    return np.array(path)
