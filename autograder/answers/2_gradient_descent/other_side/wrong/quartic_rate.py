# diagnosis: wrong_value
path_from_right = gradient_descent(derivative_of_loss, 1.0, 0.09, 2 * n_steps)[: n_steps + 1]
