# diagnosis: half
# cohort: 2026
path_from_right = gradient_descent(derivative_of_loss, 0.5, eta, n_steps)
