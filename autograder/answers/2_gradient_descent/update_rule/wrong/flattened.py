# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    path = [np.ravel(W)]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(np.ravel(W))
    path = np.array(path)
    return path[:, 0] if path.shape[1] == 1 else path
