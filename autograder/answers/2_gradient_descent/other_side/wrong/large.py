# diagnosis: wrong_steps
# cohort: 2026
path_from_right = gradient_descent(derivative_of_loss, 1.0, large_eta, n_steps)
