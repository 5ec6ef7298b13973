# diagnosis: first_that_runs_away
# cohort: 2026
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 1.01
