# diagnosis: last_missing
def gradient_descent(derivative, W, eta, n_steps):
    path = []
    for _ in range(n_steps):
        path.append(W)
        W = W - eta * derivative(W)
    return np.array(path)
