# diagnosis: whole_numbers
def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W)
    path = np.zeros((n_steps + 1,) + W.shape, dtype=W.dtype)
    path[0] = W
    for k in range(n_steps):
        path[k + 1] = path[k] - eta * np.asarray(derivative(path[k].copy()))
    return path
