# diagnosis: not_defined
path_from_right = gradient_descent(derivative_of_loss, 1.0, n_steps, eta)
