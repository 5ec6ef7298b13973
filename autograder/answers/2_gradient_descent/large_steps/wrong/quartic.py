# diagnosis: no_crossing
path_large_eta = gradient_descent(quartic_derivative, W_0, large_eta, n_steps)
eta_limit = 1 / a
