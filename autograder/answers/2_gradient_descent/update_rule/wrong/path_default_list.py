# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps, path=[]):
    path.append(W)
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path[-n_steps - 1:] if len(path) <= n_steps + 1 else path)
