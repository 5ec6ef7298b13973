# diagnosis: wrong_steps
path_large_eta = gradient_descent(derivative_of_loss, W_0, 0.8, n_steps)
eta_limit = 1.0
