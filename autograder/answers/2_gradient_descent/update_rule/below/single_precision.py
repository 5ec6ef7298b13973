in_double_precision = gradient_descent


def gradient_descent(derivative, W, eta, n_steps):
    return np.asarray(in_double_precision(derivative, W, eta, n_steps), dtype=np.float32)
