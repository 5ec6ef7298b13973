# diagnosis: fixed_eta
def gradient_descent(derivative, W, learning_rate, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
