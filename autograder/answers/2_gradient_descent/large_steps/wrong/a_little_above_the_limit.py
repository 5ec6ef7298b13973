# diagnosis: too_large
# points: 0.5
# cohort: 2027
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)
eta_limit = 0.6733
