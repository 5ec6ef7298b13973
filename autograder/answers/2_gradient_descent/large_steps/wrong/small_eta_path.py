# diagnosis: no_crossing
path_large_eta = gradient_descent(derivative_of_loss, W_0, eta, n_steps)
eta_limit = 1.0
