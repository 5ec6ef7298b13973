# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    start = np.asarray(W, dtype=float)[None]
    if n_steps == 0:
        return start
    rest = gradient_descent(derivative, W - eta * derivative(W), eta, n_steps - 1)
    return np.concatenate([start, rest])
