def _walk(derivative, W, eta, beta):
    V = 0.0 * W
    while True:
        yield W
        V = beta * V - eta * derivative(W)
        W = W + V


def momentum_descent(derivative, W, eta, beta, n_steps):
    from itertools import islice

    return np.array(list(islice(_walk(derivative, 1.0 * np.asarray(W), eta, beta), n_steps + 1)))
