_adam_without_asserts = adam_descent


def adam_descent(derivative, W, eta, beta1, beta2, epsilon, n_steps):
    assert eta > 0 and 0 <= beta1 < 1 and 0 <= beta2 < 1 and epsilon > 0 and n_steps >= 1
    path = _adam_without_asserts(derivative, W, eta, beta1, beta2, epsilon, n_steps)
    assert np.shape(path) == (n_steps + 1, *np.shape(W))
    return path
