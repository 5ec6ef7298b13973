# diagnosis: wrong_steps
path_from_right = gradient_descent(valley, 1.0, eta, n_steps)
