# diagnosis: uphill
# cohort: 2026
path_from_right = gradient_descent(slope_of_g, 1.0, eta, n_steps)
