def gradient_descent(derivative, W, eta, n_steps):
    return apply_repeatedly(lambda w: w - eta * derivative(w), W, n_steps)
