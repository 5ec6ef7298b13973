# diagnosis: wrong_steps
# cohort: 2026
path_from_right = gradient_descent(valley, 1.0, eta, n_steps)
