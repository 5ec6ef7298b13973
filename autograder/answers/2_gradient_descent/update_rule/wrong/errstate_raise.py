# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W, dtype=float)
    path = [W]
    with np.errstate(over="raise", invalid="raise"):
        for _ in range(n_steps):
            W = W - eta * np.asarray(derivative(W))
            path.append(W)
    return np.array(path)
