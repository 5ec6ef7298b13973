def _walk(derivative, W, eta, n_steps):
    yield W
    for _ in range(n_steps):
        W = W + (-eta) * derivative(W)
        yield W


def gradient_descent(derivative, W, eta, n_steps):
    return np.array([w for w in _walk(derivative, W, eta, n_steps)], dtype=float)
