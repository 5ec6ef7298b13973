# diagnosis: wrong_start
# cohort: 2026
path_large_eta = gradient_descent(derivative_of_loss, 1.0, large_eta, n_steps)
eta_limit = 1.0
