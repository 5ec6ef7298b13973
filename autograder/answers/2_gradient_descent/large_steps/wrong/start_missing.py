# diagnosis: start_missing
path_large_eta = gradient_descent(derivative_of_loss, W_0, large_eta, n_steps)[1:]
eta_limit = 1.0
