# diagnosis: not_finite
# cohort: 2026
path_large_eta = gradient_descent(quartic_derivative, W_0 / 2, large_eta, n_steps)
eta_limit = 1.0
