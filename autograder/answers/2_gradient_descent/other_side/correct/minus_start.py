# cohort: 2026
path_from_right = gradient_descent(derivative_of_loss, -W_0, eta, n_steps)
