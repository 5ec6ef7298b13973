# diagnosis: last_that_settles
# cohort: 2026
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.99
