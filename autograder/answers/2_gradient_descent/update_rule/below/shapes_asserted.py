as_it_was = gradient_descent


def gradient_descent(derivative, W, eta, n_steps):
    path = as_it_was(derivative, W, eta, n_steps)
    assert np.shape(path) == (n_steps + 1, *np.shape(W))
    return path
