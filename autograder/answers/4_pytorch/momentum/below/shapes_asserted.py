_momentum_without_asserts = momentum_descent


def momentum_descent(derivative, W, eta, beta, n_steps):
    assert eta > 0 and 0 <= beta < 1 and n_steps >= 1
    path = _momentum_without_asserts(derivative, W, eta, beta, n_steps)
    assert np.shape(path) == (n_steps + 1, *np.shape(W))
    return path
