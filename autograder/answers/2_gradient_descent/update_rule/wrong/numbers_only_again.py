# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    path = np.zeros(n_steps + 1)
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * derivative(path[k])
    return path
