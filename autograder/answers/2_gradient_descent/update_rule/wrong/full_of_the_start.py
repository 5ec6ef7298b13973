# diagnosis: whole_numbers
def gradient_descent(derivative, W, eta, n_steps):
    path = np.full((n_steps + 1, *np.shape(W)), W)
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * derivative(path[k])
    return path
