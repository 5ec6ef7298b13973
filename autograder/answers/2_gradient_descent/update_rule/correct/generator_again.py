def _walk(derivative, W, eta, n_steps):
    yield np.array(W, dtype=float)
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        yield np.array(W, dtype=float)

def gradient_descent(derivative, W, eta, n_steps):
    return np.stack(list(_walk(derivative, W, eta, n_steps)))
